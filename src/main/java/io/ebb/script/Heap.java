package io.ebb.script;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/// How full the heap is, and whether one thread may have filled it.
///
/// What counts is what was left after the collector has last run: what is garbage does no harm.
final class Heap {
  /// Who has allocated less of the heap than this, in all, has not filled it.
  private static final double GUILTY = 0.25;

  private final long thread;
  private final double most;
  private final ThreadMXBean threads =
      (ThreadMXBean) ManagementFactory.getThreadMXBean(); // of every JDK that we run on
  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
          .toList();

  /// @param thread the id of the thread that is asked about
  /// @param most the share of the heap that may be in use
  Heap(long thread, double most) {
    this.thread = thread;
    this.most = most;
  }

  boolean full() {
    return pools.stream().anyMatch(pool -> isFull(pool.getCollectionUsage())) && hasFilledIt();
  }

  private boolean isFull(MemoryUsage left) {
    return left.getMax() > 0 && left.getUsed() > most * left.getMax();
  }

  /// Of a virtual thread it is not known, which speaks against it.
  private boolean hasFilledIt() {
    long allocated = threads.getThreadAllocatedBytes(thread);
    return allocated < 0 || allocated > GUILTY * Runtime.getRuntime().maxMemory();
  }
}
