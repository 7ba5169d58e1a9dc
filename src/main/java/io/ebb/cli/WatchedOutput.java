package io.ebb.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers why it could not be written, which a `PrintStream` hides.
final class WatchedOutput extends OutputStream {
  private static final String NOBODY_READS = "Broken pipe";

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private @Nullable IOException failure;

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /// Why results are lost; null when none are, or when whoever read them has seen enough, as `head`
  /// does.
  @Nullable String loss() {
    String why = failure == null ? null : String.valueOf(failure.getMessage());
    return why == null || why.contains(NOBODY_READS) ? null : why;
  }
}
