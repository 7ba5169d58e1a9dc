package io.ebb.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Hands what many threads print to the keyboard in whole lines. An unfinished line waits for its
/// end, for a flush while nothing is being read, or for [#settle].
final class LineStream extends OutputStream {
  private final Keyboard keyboard;
  private final Map<Thread, ByteArrayOutputStream> begun = new ConcurrentHashMap<>();

  LineStream(Keyboard keyboard) {
    this.keyboard = keyboard;
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    int rest = offset + length;
    while (rest > offset && octets[rest - 1] != '\n') {
      rest--;
    }
    if (rest > offset) {
      begun().write(octets, offset, rest - offset);
      show(Thread.currentThread());
    }
    if (rest < offset + length) {
      begun().write(octets, rest, offset + length - rest);
    }
  }

  @Override
  public void flush() {
    if (!keyboard.reading()) {
      show(Thread.currentThread());
    }
  }

  /// Shows what any thread has begun: a line is to be read.
  void settle() {
    begun.keySet().forEach(this::show);
  }

  private ByteArrayOutputStream begun() {
    return begun.computeIfAbsent(Thread.currentThread(), thread -> new ByteArrayOutputStream());
  }

  private void show(Thread thread) {
    ByteArrayOutputStream text = begun.remove(thread);
    if (text != null) {
      keyboard.show(text.toString(UTF_8));
    }
  }
}
