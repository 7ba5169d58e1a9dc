package io.ebb.bench;

import io.ebb.bench.Wire.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// The endpoints that retiring takes, as both clients written by hand call them.
///
/// @param bare makes the calls
/// @param limit how many items of a list to ask for at a time
record Endpoints(Bare bare, int limit) {

  List<Wire.Node> nodes(String cluster) {
    return all(offset ->
        bare.get(
            "/api/cluster/listNodes",
            page(Map.of("cluster_id", cluster), offset),
            Wire.Nodes.class));
  }

  List<Wire.Queue> queues(String cluster) {
    return all(offset ->
        bare.post(
            "/api/queue/ehpc/getQueueList",
            Map.of("cluster_id", cluster, "limit", limit, "offset", offset),
            Wire.Queues.class));
  }

  List<Wire.Job> runningJobs(String cluster) {
    return all(offset ->
        bare.get(
            "/api/job/list",
            page(Map.of("cluster_id", cluster, "jobs_status", "running"), offset),
            Wire.Jobs.class));
  }

  /// The newest operations that name the cluster: one page, which is more than go on at a time.
  List<Wire.Operation> operations(String cluster) {
    return bare.get(
            "/api/operation",
            page(Map.of("resource_ids", cluster, "reverse", "1"), 0),
            Wire.Operations.class)
        .items();
  }

  Wire.Operation operation(String id) {
    return bare.get("/api/operation", Map.of("job_ids", id), Wire.Operations.class)
        .items()
        .getFirst();
  }

  /// Begins to take compute nodes out of a queue; returns the operation's id.
  String removeNodes(String cluster, String queue, List<Integer> serials) {
    return bare.post(
            "/api/queue/ehpc/removeNodes",
            Map.of("cluster_id", cluster, "hpcqueue_id", queue, "nodelist", serials),
            Wire.Accepted.class)
        .jobId();
  }

  /// Begins to delete nodes; returns the operation's id.
  String deleteNodes(String cluster, List<String> ids) {
    return bare.post(
            "/api/cluster/deleteNodes",
            Map.of("cluster_id", cluster, "node_ids", ids),
            Wire.Accepted.class)
        .jobId();
  }

  private Map<String, String> page(Map<String, String> params, int offset) {
    Map<String, String> page = new HashMap<>(params);
    page.put("limit", String.valueOf(limit));
    page.put("offset", String.valueOf(offset));
    return page;
  }

  private static <T> List<T> all(IntFunction<Page<T>> fetch) {
    List<T> items = new ArrayList<>();
    Page<T> page;
    do {
      page = fetch.apply(items.size());
      items.addAll(page.items());
    } while (!page.items().isEmpty() && items.size() < page.totalCount());
    return items;
  }
}
