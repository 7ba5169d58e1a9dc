package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The operation log.
final class OperationEndpoints {
  private OperationEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get(
                "/operation",
                "HpcOperationListOperationResponse",
                Set.of(
                    "job_ids",
                    "jobs",
                    "status",
                    "resource_ids",
                    "job_action",
                    "owner",
                    "directive",
                    "action_describe",
                    "start_time",
                    "end_time",
                    "verbose"),
                OperationEndpoints::list)
            .listing());
  }

  /// In the order of creation; the newest first only with `reverse=1`.
  private static ObjectNode list(Params params, World world, Fate fate) {
    List<String> ids = params.words("job_ids", "jobs");
    List<String> resources = params.words("resource_ids");
    Instant from = params.time("start_time", Instant.MIN);
    Instant to = params.time("end_time", Instant.MAX);
    Stream<SimOperation> found =
        world.operations().stream()
            .filter(operation -> Matches.any(ids, List.of(operation.id())))
            .filter(operation -> Matches.any(resources, operation.resources()))
            .filter(operation -> Matches.exactly(params, "status", operation.status()))
            .filter(operation -> Matches.exactly(params, "job_action", operation.action()))
            .filter(operation -> Matches.exactly(params, "action_describe", operation.label()))
            .filter(operation -> !operation.createdAt().isBefore(from))
            .filter(operation -> !operation.createdAt().isAfter(to))
            .filter(operation -> Matches.search(params, operation.action()));
    List<ObjectNode> rows =
        found.map(operation -> OperationWire.of(operation, world.owner())).toList();
    ObjectNode reply = Listing.page("job_set", rows, params);
    reply.putObject("data");
    return reply;
  }
}
