package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The operation log.
final class OperationEndpoints {
  private OperationEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get("/operation", "HpcOperationListOperationResponse", OperationEndpoints::list)
            .takes("job_ids", "status", "resource_ids", "job_action", "owner", "directive")
            .takes("action_describe", "start_time", "end_time", "verbose")
            .alias("jobs", "job_ids")
            .listing());
  }

  /// In the order of creation; the newest first only with `reverse=1`. What a `directive` is,
  /// nobody says: it selects nothing.
  private static ObjectNode list(Params params, World world, Fate fate) {
    Instant from = params.time("start_time", Instant.MIN);
    Instant to = params.time("end_time", Instant.MAX);
    List<SimOperation> found =
        world.operations().stream()
            .filter(Matches.any(params.words("job_ids"), one -> List.of(one.id())))
            .filter(Matches.any(params.words("resource_ids"), SimOperation::resources))
            .filter(Matches.exactly(params, "status", SimOperation::status))
            .filter(Matches.exactly(params, "job_action", SimOperation::action))
            .filter(Matches.exactly(params, "action_describe", SimOperation::label))
            .filter(Matches.exactly(params, "owner", _ -> world.owner()))
            .filter(operation -> !operation.createdAt().isBefore(from))
            .filter(operation -> !operation.createdAt().isAfter(to))
            .filter(Matches.search(params, one -> one.action() + " " + one.label()))
            .toList();
    ObjectNode reply =
        Listing.page("job_set", found, one -> OperationWire.of(one, world.owner()), params);
    reply.putObject("data");
    return reply;
  }
}
