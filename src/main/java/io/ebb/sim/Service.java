package io.ebb.sim;

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
  private final Dialect dialect;

  Service(Scenario scenario, SimOptions options, SharedWorld world) {
    this.admission = new Admission(scenario, options);
    this.window = new CallWindow(options.callQuota());
    this.world = world;
    this.dialect = options.dialect();
  }

  /// The reply, whatever the request.
  ObjectNode answer(RawRequest request, Circumstances circumstances) {
    Optional<Endpoint> endpoint = route(request);
    String action = endpoint.map(Endpoint::action).orElse("");
    try {
      Map<String, String> query = Query.parse(request.rawQuery());
      admission.admit(request, query, circumstances.skew());
      window.count(world.visit(World::now), circumstances.others());
      Endpoint found =
          endpoint.orElseThrow(() -> Refusal.unknownMethod(request.method(), request.path()));
      Params params = Params.of(request, query, found, dialect);
      return Wording.of(dialect, Wire.success(action, answer(found, params, circumstances)));
    } catch (Refusal refusal) {
      return Wire.failure(action, refusal);
    }
  }

  private ObjectNode answer(Endpoint endpoint, Params params, Circumstances circumstances) {
    if (!endpoint.reads()) {
      return world.change(visited -> endpoint.answer().to(params, visited, circumstances.fate()));
    }
    Past past = circumstances.past();
    return past == null
        ? world.visit(visited -> endpoint.answer().to(params, visited, circumstances.fate()))
        : world.visit(past, visited -> endpoint.answer().to(params, visited, circumstances.fate()));
  }

  private Optional<Endpoint> route(RawRequest request) {
    String method = request.method();
    String path = request.path();
    return ENDPOINTS.stream()
        .filter(endpoint -> endpoint.answers(method, path) && !dialect.lacks(endpoint, method))
        .findFirst();
  }

  /// @throws IllegalArgumentException naming all there are when no endpoint is meant by the path
  static void checkPath(String path) {
    List<String> paths = ENDPOINTS.stream().map(Endpoint::path).sorted().toList();
    if (paths.stream().noneMatch(known -> Fault.covers(path, known))) {
      throw new IllegalArgumentException(
          "path [" + path + "] is no endpoint; there are: " + String.join(", ", paths));
    }
  }
}
