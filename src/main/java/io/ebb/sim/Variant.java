package io.ebb.sim;

import java.util.Set;

/// One thing in which the service may differ from the documented one. In YAML in lower case with
/// hyphens: `node-list-only`.
public enum Variant {
  /// Replies carry the operation id as `job_ids`, not `job_id`.
  JOB_IDS_IN_REPLIES,
  /// Replies carry the operation id in a list under `job_ids`.
  JOB_IDS_AS_LIST,
  /// A number in a row that is 0 is shown as `""`.
  BLANK_NUMBERS,
  /// Errors have an HTTP status of 4xx or 5xx, not 200.
  HTTP_STATUS_OF_ERRORS,
  /// A signature that is encoded once is accepted, and any way to write the body.
  LENIENT_SIGNATURE,
  /// Parameters that are not known are ignored, not refused with 1100.
  IGNORES_UNKNOWN_PARAMETERS,
  /// Requests must name the zone of the scenario, else 1100.
  KNOWS_ITS_ZONE,
  /// `/cluster/list` wants `owner`, else 1100.
  OWNER_REQUIRED,

  /// `/cluster/deleteNodes` knows `node_ids`, not `node_list`.
  NODE_IDS_ONLY("node_list", "/cluster/deleteNodes"),
  /// `/cluster/deleteNodes` knows `node_list`, not `node_ids`.
  NODE_LIST_ONLY("node_ids", "/cluster/deleteNodes"),
  /// `/cluster/deleteCluster` knows `cluster_ids`, not `cluster_id`.
  CLUSTER_IDS_ONLY("cluster_id", "/cluster/deleteCluster"),
  /// `/cluster/deleteCluster` knows `cluster_id`, not `cluster_ids`.
  CLUSTER_ID_ONLY("cluster_ids", "/cluster/deleteCluster"),
  /// Nodes join and leave queues by `hpcqueue_id`, not `hpqueue_id`.
  HPCQUEUE_ID_ONLY("hpqueue_id", "/queue/ehpc/addNodes", "/queue/ehpc/removeNodes"),
  /// Nodes join and leave queues by `hpqueue_id`, not `hpcqueue_id`.
  HPQUEUE_ID_ONLY("hpcqueue_id", "/queue/ehpc/addNodes", "/queue/ehpc/removeNodes"),
  /// The operation log knows `jobs`, not `job_ids`.
  OPERATIONS_BY_JOBS_ONLY("job_ids", "/operation"),
  /// The operation log knows `job_ids`, not `jobs`.
  OPERATIONS_BY_JOB_IDS_ONLY("jobs", "/operation"),
  /// The list of queues is got by GET, not POST.
  QUEUE_LIST_BY_GET_ONLY("POST", "/queue/ehpc/getQueueList"),
  /// The list of queues is got by POST, not GET.
  QUEUE_LIST_BY_POST_ONLY("GET", "/queue/ehpc/getQueueList"),

  /// What the state of the world forbids is accepted, and its operation fails.
  REFUSES_BY_FAILED_OPERATION,
  /// The serial of a deleted node is given out again.
  REUSES_SERIALS,
  /// `/cluster/deleteNodes` refuses nodes that are still in a queue with 1400.
  DELETES_OUTSIDE_QUEUES_ONLY,
  /// `/queue/ehpc/removeNodes` of a node that is not in that queue is 2100, not 1400.
  ABSENT_FROM_QUEUE_IS_NOT_FOUND;

  private final String unknown;

  // Made by Set.of, which the checker cannot see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> paths;

  /// @param unknown the parameter or method that the endpoints do not know
  Variant(String unknown, String... paths) {
    this.unknown = unknown;
    this.paths = Set.of(paths);
  }

  Variant() {
    this("");
  }

  /// How a file names it.
  public String word() {
    return FaultWords.of(this);
  }

  /// Whether both take something away from the same endpoints, which leaves nothing.
  boolean contradicts(Variant other) {
    return other != this && !paths.isEmpty() && paths.equals(other.paths);
  }

  /// Whether it takes the method or parameter away from the endpoint with that path.
  boolean takes(String path, String word) {
    return unknown.equals(word) && paths.contains(path);
  }
}
