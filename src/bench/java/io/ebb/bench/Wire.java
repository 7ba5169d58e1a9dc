package io.ebb.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/// The replies, as far as the clients written by hand read them.
final class Wire {
  private Wire() {}

  /// What every reply says of itself.
  interface Reply {
    int retCode();

    String message();
  }

  /// An operation has begun.
  record Accepted(int retCode, String message, String jobId) implements Reply {}

  /// One page of a list.
  interface Page<T> extends Reply {
    int totalCount();

    List<T> items();
  }

  record Nodes(
      int retCode,
      String message,
      int totalCount,
      @JsonProperty("hpc_app_nodes_set") List<Node> items)
      implements Page<Node> {}

  /// With the fields that Ebb reads, too, so that reading one costs both the same.
  record Node(
      String nodeId,
      String clusterId,
      String name,
      String role,
      int serverId,
      String status,
      String transitionStatus,
      String healthStatus,
      String privateIp,
      int cpu,
      int memory,
      Instant createTime) {

    boolean isCompute() {
      return role.equals("compute");
    }

    String host() {
      return "node" + serverId;
    }
  }

  record Queues(
      int retCode, String message, int totalCount, @JsonProperty("hpc_queue_set") List<Queue> items)
      implements Page<Queue> {}

  record Queue(
      String hpcqueueId,
      String name,
      String partitionName,
      List<Integer> nodelist,
      int defaultQueue,
      String transitionStatus) {}

  record Jobs(
      int retCode, String message, int totalCount, @JsonProperty("hpc_job_set") List<Job> items)
      implements Page<Job> {}

  record Job(String hpcjobUuid, String jobStatus, String jobNodeList) {

    /// Whether it runs on the host, or may: a job that names no host may run on any.
    boolean mayUse(String host) {
      return jobNodeList.equals("[]") || List.of(jobNodeList.split(",")).contains(host);
    }
  }

  record Operations(
      int retCode, String message, int totalCount, @JsonProperty("job_set") List<Operation> items)
      implements Page<Operation> {}

  record Operation(String jobId, String status, String resourceIds) {

    boolean pending() {
      return status.equals("pending") || status.equals("working");
    }
  }
}
