package io.ebb.script;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Counts what a script shows, tells and prints, and ends the script when that is too much.
///
/// Belongs to the script's thread.
final class Output {
  /// What a value that is no text may take to show.
  private static final int VALUE = 16;

  private final long most;
  private final Ending ending;
  private long count;

  Output(Bounds bounds, Ending ending) {
    this.most = bounds.output();
    this.ending = ending;
  }

  /// A stream that counts what is written to it.
  ///
  /// @param output where it is counted
  static OutputStream counting(Supplier<Output> output, OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) throws IOException {
        output.get().add(1L);
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        output.get().add((long) length);
        out.write(bytes, from, length);
      }
    };
  }

  /// Counts a value that is about to be shown.
  void add(@Nullable Object value) {
    add(size(value));
  }

  private void add(long size) {
    count += size;
    if (count > most) {
      throw ending.halt(
          new BoundException(
              "the script has put out more than " + Bounds.size(most),
              "it is stopped, as it may be in an endless loop; show less, or a summary"));
    }
  }

  private static long size(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length();
      case List<?> list -> VALUE + list.stream().mapToLong(Output::size).sum();
      case Map<?, ?> map ->
          size(List.copyOf(map.keySet())) + map.values().stream().mapToLong(Output::size).sum();
      case null, default -> VALUE;
    };
  }
}
