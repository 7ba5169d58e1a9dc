package io.ebb.sim;

import java.util.List;

/// A queue that every shared cluster has.
///
/// @param typeId its kind, `hpcqt-…`
record SharedQueue(String name, String partition, String typeId) {
  static final List<SharedQueue> ALL =
      List.of(
          new SharedQueue("共享队列", "share", "hpcqt-k2i40mpi"),
          new SharedQueue("共享大内存队列", "share-mem", "hpcqt-m7w21xqe"));
}
