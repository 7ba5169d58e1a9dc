package io.ebb.sim;

import java.time.Duration;
import java.util.function.Function;

/// A kind of operation.
///
/// @param action for example `HpcClusterDeleteClusterNodes`
/// @param label the label people see
/// @param takes how long it takes
record Task(String action, String label, Function<Spans, Duration> takes) {
  static final Task CREATE_CLUSTER = new Task("HpcClusterCreateCluster", "创建集群", Spans::cluster);
  static final Task DELETE_CLUSTER = new Task("HpcClusterDeleteCluster", "删除集群", Spans::cluster);
  static final Task START_CLUSTER = new Task("HpcClusterStartCluster", "启动集群", Spans::cluster);
  static final Task STOP_CLUSTER = new Task("HpcClusterStopCluster", "停止集群", Spans::cluster);
  static final Task RESIZE_CLUSTER = new Task("HpcClusterResizeCluster", "调整配置", Spans::node);
  static final Task ADD_NODES = new Task("HpcClusterAddClusterNodes", "添加节点", Spans::node);
  static final Task DELETE_NODES = new Task("HpcClusterDeleteClusterNodes", "删除节点", Spans::node);
  static final Task RESTART_NODES = new Task("HpcClusterRestartClusterNodes", "重启节点", Spans::node);
  static final Task DELETE_QUEUES = new Task("HpcQueueDelEhpcQueues", "删除队列", Spans::queue);
  static final Task JOIN_QUEUE = new Task("HpcQueueAddEhpcQueueNodes", "队列添加节点", Spans::queue);
  static final Task LEAVE_QUEUE = new Task("HpcQueueRemoveEhpcQueueNodes", "队列移除节点", Spans::queue);
  static final Task STOP_JOBS = new Task("HpcJobStopJobs", "取消作业", _ -> Duration.ZERO);
  static final Task ADD_USER = new Task("HpcUserAddUser", "添加用户", Spans::queue);
  static final Task DELETE_USER = new Task("HpcUserDeleteUser", "删除用户", Spans::queue);

  /// Somebody else's task of any kind.
  static Task foreign(String action, Duration takes) {
    return new Task(action, "重启节点", _ -> takes);
  }
}
