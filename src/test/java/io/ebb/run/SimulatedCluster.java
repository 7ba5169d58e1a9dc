package io.ebb.run;

import io.ebb.api.ApiOptions;
import io.ebb.api.CallLedger;
import io.ebb.api.CallListener;
import io.ebb.api.CallRecord;
import io.ebb.api.Clocks;
import io.ebb.api.Credentials;
import io.ebb.api.EhpcApi;
import io.ebb.api.Quota;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Plan;
import io.ebb.plan.Planner;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.sim.Call;
import io.ebb.sim.Change;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.HandClock;
import io.ebb.sim.Scenario;
import io.ebb.sim.Serials;
import io.ebb.sim.SimOptions;
import io.ebb.sim.SimRole;
import io.ebb.sim.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A simulated cluster over real HTTP in virtual time, and a runner for it.
///
/// Compute nodes 1 to 6 are in queue `ehpcq-batch`, 7 to 9 in `ehpcq-vis`, 99 in none; there are
/// two login nodes and a controller.
final class SimulatedCluster implements AutoCloseable {
  static final String ID = "ehpc-test";
  static final String DELETE = "/cluster/deleteNodes";
  static final String LEAVE = "/queue/ehpc/removeNodes";
  static final String DELETE_ACTION = "HpcClusterDeleteClusterNodes";
  static final String LEAVE_ACTION = "HpcQueueRemoveEhpcQueueNodes";
  static final String JOIN = "/queue/ehpc/addNodes";
  static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  final VirtualTime time;
  final Simulator sim;
  final EhpcApi api;
  final Ehpc ehpc;

  /// What somebody else sees and changes, in another process.
  final Ehpc others;

  final Journal journal;
  final Cancellation cancellation = new Cancellation();
  final List<RunEvent> events = new ArrayList<>();
  Consumer<RunEvent> onEvent = _ -> {};

  /// Told of each journal entry, of intents just before the change is sent.
  Consumer<Entry> onEntry = _ -> {};

  /// Told when a call is held back, for the quota or because the service is busy.
  Runnable onHeldBack = () -> {};

  /// Where the calls are counted.
  final CallLedger ledger = CallLedger.inMemory();

  final Runner runner;
  Question question = Question.keep();

  SimulatedCluster(Scenario.Cluster cluster, SimOptions options) {
    this(cluster, options, Duration.ZERO);
  }

  /// @param ahead how far our clock is ahead of the service's
  SimulatedCluster(Scenario.Cluster cluster, SimOptions options, Duration ahead) {
    time = new VirtualTime(new HandClock(START), ahead);
    sim =
        Simulator.start(
            new Scenario("usr-test", "jn1a", "KEY", "SECRET", List.of(cluster)),
            options.withWorld(time.clock).withWall(time.clock));
    journal = SqlJournal.inMemory(time);
    api = connect(waits());
    ehpc = new Ehpc(api);
    others = new Ehpc(EhpcApi.connect(options()));
    runner = new Runner(ehpc, time, heardJournal(), api::calls);
  }

  private EhpcApi connect(CallListener listener) {
    return EhpcApi.connect(
        options().withQuota(Quota.of(Quota.DOCUMENTED, ledger)).withListener(listener));
  }

  /// Another process, on the same journal, which remembers nothing and dies as said.
  Runner process(Crash crash) {
    EhpcApi own = connect(crash.around(waits()));
    return new Runner(new Ehpc(own), time, crash.around(heardJournal()), own::calls);
  }

  /// Carries out the plan in a process that dies on the way; the id of the run, or empty when it
  /// has not begun by then.
  Optional<String> runUntil(Crash crash, Plan plan) {
    time.clock.advance(Duration.ofSeconds(20));
    dyingOf(crash, own -> process(own).run(plan, cancellation, this::heard, question));
    return journal.runOf(plan.digest());
  }

  /// Goes on with the run in a process that dies on the way.
  void resumeUntil(Crash crash, String run) {
    dyingOf(crash, own -> process(own).resume(run, cancellation, this::heard, question));
  }

  /// Undoes the run in a process that dies on the way.
  void undoUntil(Crash crash, String run) {
    dyingOf(crash, own -> process(own).undo(run, cancellation, this::heard, question));
  }

  /// The lease of a process that has died runs out.
  void dyingOf(Crash crash, Consumer<Crash> process) {
    try {
      process.accept(crash);
    } catch (Crash.Killed killed) {
      if (!crash.dead()) {
        throw killed;
      }
      time.clock.advance(Duration.ofSeconds(31));
    }
  }

  /// Goes on with the run in another process.
  Run resume(String run) {
    return process(Crash.never()).resume(run, cancellation, this::heard, question);
  }

  /// Undoes the run in another process.
  Run undo(String run) {
    return process(Crash.never()).undo(run, cancellation, this::heard, question);
  }

  private ApiOptions options() {
    Credentials credentials = new Credentials(sim.accessKey(), sim.secretKey());
    return ApiOptions.of(sim.endpoint(), credentials, sim.zone()).withClocks(Clocks.of(time));
  }

  static SimulatedCluster with(Scenario.Job... jobs) {
    return new SimulatedCluster(cluster("1-6", "7-9", List.of(jobs)), SimOptions.defaults());
  }

  /// Compute nodes 1 to `count` in one queue.
  static SimulatedCluster ofSize(int count) {
    return new SimulatedCluster(
        cluster("1-" + count, (count + 1) + "-" + (count + 2), List.of()), SimOptions.defaults());
  }

  /// The cluster with these serials in its queues; each of `extra` is the id of the one node with
  /// serial 3, in queue `ehpcq-batch`.
  static Scenario.Cluster cluster(
      String batch, String vis, List<Scenario.Job> jobs, String... extra) {
    List<Scenario.Nodes> nodes =
        new ArrayList<>(
            List.of(
                nodes(SimRole.LOGIN, "1-2", null, null),
                nodes(SimRole.CONTROLLER, "1", null, null),
                nodes(SimRole.COMPUTE, batch, "batch", null),
                nodes(SimRole.COMPUTE, vis, "vis", null),
                nodes(SimRole.COMPUTE, "99", null, null)));
    for (String id : extra) {
      nodes.add(nodes(SimRole.COMPUTE, "3", "batch", id));
    }
    return new Scenario.Cluster(
        ID,
        "test",
        Duration.ofDays(100),
        List.of(
            new Scenario.Queue("ehpcq-batch", "batch", "batch", true),
            new Scenario.Queue("ehpcq-vis", "vis", "vis", false)),
        nodes,
        jobs);
  }

  /// Queues `ehpcq-q1` and so on, with these many compute nodes each: 1 to `each` are in the first.
  static SimulatedCluster ofQueues(int queues, int each, SimOptions options) {
    List<Scenario.Queue> all = new ArrayList<>();
    List<Scenario.Nodes> nodes =
        new ArrayList<>(
            List.of(
                nodes(SimRole.LOGIN, "1", null, null), nodes(SimRole.CONTROLLER, "1", null, null)));
    for (int queue = 1; queue <= queues; queue++) {
      String name = "q" + queue;
      all.add(new Scenario.Queue("ehpcq-" + name, name, name, queue == 1));
      String serials = ((queue - 1) * each + 1) + "-" + (queue * each);
      nodes.add(nodes(SimRole.COMPUTE, serials, name, null));
    }
    Duration age = Duration.ofDays(100);
    return new SimulatedCluster(
        new Scenario.Cluster(ID, "test", age, all, nodes, List.of()), options);
  }

  private static Scenario.Nodes nodes(
      SimRole role, String serials, @Nullable String queue, @Nullable String id) {
    return new Scenario.Nodes(
        role, Serials.parse(serials), id, null, queue, "healthy", 26, 81_920, Duration.ofDays(30));
  }

  Plan plan(RetireOptions options, String... hosts) {
    Snapshot snapshot = ehpc.snapshot(ID);
    List<Node> targets =
        Arrays.stream(hosts)
            .flatMap(host -> snapshot.nodes().stream().filter(node -> node.host().equals(host)))
            .toList();
    return Planner.retire(snapshot, targets, options, ehpc.budget(), time.instant());
  }

  Plan plan(String... hosts) {
    return plan(RetireOptions.defaults(), hosts);
  }

  /// Carries out the plan after somebody has read it.
  Run run(Plan plan) {
    time.clock.advance(Duration.ofSeconds(20));
    return runAtOnce(plan);
  }

  /// Carries out the plan in the moment it was made.
  Run runAtOnce(Plan plan) {
    return runBy(runner, plan);
  }

  /// Has somebody else carry out the plan.
  Run runBy(Runner other, Plan plan) {
    return other.run(plan, cancellation, this::heard, question);
  }

  /// A runner of its own, as in another process.
  ///
  /// @param heartbeat how often it prolongs its leases, by the machine's clock
  Runner runner(Journal other, Duration heartbeat, LongSupplier ticks) {
    return new Runner(
        new Means(ehpc, time, new Watcher(ehpc, time), other, ticks), api::calls, heartbeat);
  }

  /// How many changes were sent, whether they were accepted or not.
  long sent() {
    return calls(LEAVE) + calls(DELETE) + calls(JOIN);
  }

  private CallListener waits() {
    return new CallListener() {
      @Override
      public void called(CallRecord call) {}

      @Override
      public void waiting(String why, Instant until) {
        onHeldBack.run();
      }
    };
  }

  private Journal heardJournal() {
    return new ForwardingJournal(journal) {
      @Override
      public void write(Lease lease, Entry entry) {
        super.write(lease, entry);
        onEntry.accept(entry);
      }
    };
  }

  /// Does this once, when a change to that action is about to be sent for the first time: between
  /// the last look and the call.
  void beforeSending(String action, Runnable deed) {
    onEntry =
        entry -> {
          if (entry instanceof Entry.Intent intent && intent.action().equals(action)) {
            onEntry = _ -> {};
            deed.run();
          }
        };
  }

  /// Does this once, when the run waits for a reason that begins like that.
  void whenWaitingFor(String reason, Runnable deed) {
    onEvent =
        event -> {
          if (event instanceof RunEvent.Waiting waiting && waiting.reason().startsWith(reason)) {
            onEvent = _ -> {};
            deed.run();
          }
        };
  }

  /// Does this when a step of this type begins.
  void atStep(Class<? extends Step> type, Runnable deed) {
    onEvent =
        event -> {
          if (event instanceof RunEvent.StepBegan(int _, Step step, List<String> _)
              && type.isInstance(step)) {
            deed.run();
          }
        };
  }

  /// Somebody else moves the node into that queue, which takes a few seconds.
  void move(String host, String queue) {
    others.addToQueue(ID, queue, List.of(node(host).orElseThrow()));
  }

  /// Somebody else moves the node into queue vis, which takes a few seconds, after which a job that
  /// never ends starts on it.
  void moveToVis(String host) {
    move(host, "ehpcq-vis");
    sim.world()
        .addJob(ID, Scenario.Job.starting("theirs", "vis", List.of(host), Duration.ofSeconds(1)));
  }

  /// The entries of this type in the journal of a run.
  <T extends Entry> List<T> written(Run run, Class<T> type) {
    return journal.entries(run.id()).stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void heard(RunEvent event) {
    events.add(event);
    onEvent.accept(event);
  }

  void inject(String path, FaultKind kind) {
    sim.inject(Fault.next(path, kind));
  }

  /// How often the path was called.
  long calls(String path) {
    return sim.calls().stream().map(Call::path).filter(path::equals).count();
  }

  Optional<Node> node(String host) {
    return ehpc.nodes(ID).stream().filter(node -> node.host().equals(host)).findFirst();
  }

  /// The ids of nodes that changed, whoever changed them.
  Set<String> changedNodes() {
    return sim.changes().stream()
        .filter(change -> change.kind().name().startsWith("NODE_"))
        .map(Change::subject)
        .collect(Collectors.toSet());
  }

  /// The events of this type, in order.
  <T extends RunEvent> List<T> heard(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void close() {
    sim.close();
    journal.close();
  }
}
