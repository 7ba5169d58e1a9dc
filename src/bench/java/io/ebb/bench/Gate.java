package io.ebb.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Lets threads begin each round at once, and takes the time until the last is through.
final class Gate {
  private final CyclicBarrier in;
  private final CyclicBarrier out;
  private final List<Long> rounds = new ArrayList<>();
  private long begun;

  Gate(int threads) {
    this.in = new CyclicBarrier(threads, () -> begun = System.nanoTime());
    this.out = new CyclicBarrier(threads, () -> rounds.add(System.nanoTime() - begun));
  }

  /// Returns when all threads are here.
  void begin() {
    await(in);
  }

  /// Returns when all threads are here again.
  void end() {
    await(out);
  }

  /// Lets nobody wait for a thread that has failed.
  void breakDown() {
    in.reset();
    out.reset();
  }

  /// How long the shortest round took, in nanoseconds: others may have been disturbed, or the first
  /// to run cold.
  long best() {
    return rounds.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(2, TimeUnit.MINUTES); // who comes after a break-down would wait for ever
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("a thread has failed", e);
    }
  }
}
