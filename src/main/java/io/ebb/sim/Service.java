package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Answers requests: admission, quota, route, world.
final class Service {
  private static final List<Endpoint> ENDPOINTS =
      Stream.of(
              ClusterEndpoints.all(),
              QueueEndpoints.all(),
              JobEndpoints.all(),
              NodeEndpoints.all(),
              SharedQueueEndpoints.all(),
              UserEndpoints.all(),
              SoftwareEndpoints.all(),
              OperationEndpoints.all())
          .flatMap(List::stream)
          .toList();

  private final Admission admission;
  private final CallWindow window;
  private final SharedWorld world;

  Service(Admission admission, CallWindow window, SharedWorld world) {
    this.admission = admission;
    this.window = window;
    this.world = world;
  }

  /// The reply, whatever the request.
  ///
  /// @param fate how an operation that the request starts will end
  ObjectNode answer(RawRequest request, Fate fate) {
    Optional<Endpoint> endpoint = route(request);
    String action = endpoint.map(Endpoint::action).orElse("");
    try {
      Map<String, String> query = Query.parse(request.rawQuery());
      admission.admit(request, query);
      return Wire.success(
          action, world.visit(visited -> answer(request, query, endpoint, visited, fate)));
    } catch (Refusal refusal) {
      return Wire.failure(action, refusal);
    }
  }

  private ObjectNode answer(
      RawRequest request,
      Map<String, String> query,
      Optional<Endpoint> found,
      World visited,
      Fate fate) {
    window.count(visited.now());
    Endpoint endpoint =
        found.orElseThrow(() -> Refusal.unknownMethod(request.method(), request.path()));
    Params params = Params.of(request, query, endpoint);
    return endpoint.answer().to(params, visited, fate);
  }

  private static Optional<Endpoint> route(RawRequest request) {
    return ENDPOINTS.stream().filter(endpoint -> endpoint.answers(request)).findFirst();
  }
}
