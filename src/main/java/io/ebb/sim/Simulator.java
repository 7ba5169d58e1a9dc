package io.ebb.sim;

import java.net.URI;
import java.time.Clock;
import java.util.List;

/// The simulated EHPC service: a world, and a real HTTP server on a loopback port that serves it.
///
/// ```java
/// try (Simulator sim = Simulator.start(Scenario.standard(), SimOptions.defaults())) {
///   connect(sim.endpoint(), sim.accessKey(), sim.secretKey(), sim.zone());
/// }
/// ```
///
/// Nothing is kept: the world ends when it is closed. Safe for use by many threads.
public final class Simulator implements AutoCloseable {
  private final Scenario scenario;
  private final Clock clock;
  private final FaultPlan faults;
  private final SharedWorld world;
  private final FaultyService service;
  private final Transport transport;

  private Simulator(Scenario scenario, SimOptions options) {
    this.scenario = scenario;
    this.clock = options.world();
    this.faults = options.faults();
    this.world = new SharedWorld(scenario, options);
    this.service = new FaultyService(new Service(scenario, options, world), options);
    this.transport = Transport.open(service, options);
  }

  /// Creates the world of the scenario and serves it until closed. The faults of the options hold,
  /// or where they are none, those of the scenario.
  ///
  /// @throws java.io.UncheckedIOException when the port is taken
  public static Simulator start(Scenario scenario, SimOptions options) {
    return new Simulator(
        scenario, options.faults().isNone() ? options.withFaults(scenario.faults()) : options);
  }

  /// Where it listens, `http://127.0.0.1:PORT`; clients append `/api/…`.
  public URI endpoint() {
    return transport.endpoint();
  }

  /// The id of the key it knows.
  public String accessKey() {
    return scenario.accessKey();
  }

  /// The secret of that key.
  public String secretKey() {
    return scenario.secretKey();
  }

  /// The zone of the scenario. Requests may name any.
  public String zone() {
    return scenario.zone();
  }

  /// The clock of the world.
  public Clock clock() {
    return clock;
  }

  /// The faults it began with; the seed is that of all chance.
  public FaultPlan faults() {
    return faults;
  }

  /// The requests so far, oldest first; of very many the last 100,000.
  public List<Call> calls() {
    return service.calls();
  }

  /// What has really happened in the world until now, oldest first.
  public List<Change> changes() {
    return world.visit(visited -> List.copyOf(visited.changes()));
  }

  /// The ids of jobs that lost a node while they ran.
  public List<String> lostJobs() {
    return changes().stream()
        .filter(change -> change.kind() == Change.Kind.JOB_LOST)
        .map(Change::subject)
        .toList();
  }

  /// Makes something go wrong.
  public void inject(Fault fault) {
    service.inject(fault);
  }

  /// The world itself, to act behind the client's back.
  public Backstage world() {
    return new Backstage(world);
  }

  /// The reply to a request that comes by another way than the port.
  ///
  /// @throws InterruptedException when the thread is interrupted during a delay
  Reply answer(RawRequest request) throws InterruptedException {
    return service.answer(request);
  }

  @Override
  public void close() {
    transport.close();
  }
}
