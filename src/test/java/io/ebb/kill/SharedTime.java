package io.ebb.kill;

import io.ebb.api.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Time that several processes live in, kept in a file that all of them map: it passes only when
/// one of them waits, and then at once. It outlives who is killed.
public final class SharedTime extends Clock implements Time {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /// The nanoseconds since the start.
  private final ByteBuffer passed;

  /// The time kept in that file.
  ///
  /// @param file created when it is not there
  public SharedTime(Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
      passed = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets that much pass.
  void advance(Duration span) {
    Object _ = LONG.getAndAdd(passed, 0, span.toNanos());
  }

  @Override
  public Instant instant() {
    return START.plusNanos((long) LONG.getVolatile(passed, 0));
  }

  @Override
  public long millis() {
    return instant().toEpochMilli();
  }

  @Override
  public void sleep(Duration span) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("woken");
    }
    if (span.isPositive()) {
      advance(span);
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock shows UTC only");
  }
}
