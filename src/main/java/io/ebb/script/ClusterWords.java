package io.ebb.script;

import io.ebb.cluster.Cluster;
import io.ebb.cluster.Ehpc;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import io.ebb.plan.Batches;
import io.ebb.plan.Composition;
import io.ebb.plan.Guard;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.plan.Planner;
import io.ebb.plan.RetireOptions;
import io.ebb.script.catalogue.Arg;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Opt;
import io.ebb.script.catalogue.Word;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

@Kind(value = "cluster", doc = "A cluster.")
final class ClusterWords implements Shown {
  /// In one order, by the API.
  private static final int MOST_NEW_NODES = 99;

  private final Session session;
  private final String id;
  private @Nullable Cluster looked;

  ClusterWords(Session session, String id) {
    this.session = session;
    this.id = id;
  }

  ClusterWords(Session session, Cluster cluster) {
    this(session, cluster.id());
    looked = cluster;
  }

  @Override
  public Object shown() {
    return look();
  }

  @Override
  public String clusterId() {
    return id;
  }

  @Override
  public String key() {
    return id;
  }

  @Fact(value = "id", doc = "The cluster id, `ehpc-…`.")
  String id() {
    return id;
  }

  @Fact(value = "name", doc = "The display name. Looked up once.")
  String name() {
    return look().name();
  }

  @Fact(value = "status", doc = "`pending`, `active`, `stopped` or `suspended`. Looked up once.")
  String status() {
    return look().status();
  }

  @Fact(value = "scheduler", doc = "The scheduler, for example `slurm`. Looked up once.")
  String scheduler() {
    return look().scheduler();
  }

  @Word(
      value = "nodes",
      doc = "All nodes of the cluster.",
      example = "cluster.nodes()",
      effect = Effect.READ)
  NodesWords nodes() {
    return new NodesWords(session, Nodes.all(snapshot()));
  }

  @Word(
      value = "queues",
      doc = "All queues of the cluster.",
      example = "cluster.queues()",
      effect = Effect.READ)
  List<QueueWords> queues() {
    return ask(call("queues"), Form.QUEUES, ehpc -> ehpc.queues(id)).stream()
        .map(q -> new QueueWords(session, id, q))
        .toList();
  }

  @Word(
      value = "queue",
      doc = "The queue with this id, name or partition.",
      example = "cluster.queue(\"batch\")",
      effect = Effect.READ)
  QueueWords queue(@Arg(value = "name", doc = "Id, name or partition.") String name) {
    List<Queue> known = ask(call("queue", name), Form.QUEUES, ehpc -> ehpc.queues(id));
    return new QueueWords(session, id, QueueWords.find(id, known, name));
  }

  @Word(
      value = "jobs",
      doc = "The jobs that are running now.",
      example = "cluster.jobs()",
      effect = Effect.READ)
  List<JobWords> jobs() {
    return ask(call("jobs"), Form.JOBS, ehpc -> ehpc.runningJobs(id)).stream()
        .map(JobWords::new)
        .toList();
  }

  @Word(
      value = "operations",
      doc = "The operations on the cluster of the last day, newest first.",
      example = "cluster.operations()",
      effect = Effect.READ)
  List<OperationWords> operations() {
    return ask(
            call("operations"),
            Form.OPERATIONS,
            ehpc -> ehpc.operations(id, ehpc.serviceTime().minus(Duration.ofDays(1))))
        .stream()
        .map(operation -> new OperationWords(session, id, operation))
        .toList();
  }

  @Word(
      value = "snapshot",
      doc = "A look at everything at one moment, which stays as it is.",
      example = "cluster.snapshot().nodes.idle()",
      effect = Effect.READ)
  SnapshotWords frozen() {
    Snapshot now = ask(call("snapshot"), Form.SNAPSHOT, ehpc -> ehpc.snapshot(id));
    return new SnapshotWords(session, now);
  }

  @Word(
      value = "addNodes",
      doc =
          "Orders new nodes, which cost money from then on, and gives the operation; compute nodes"
              + " join the default queue when they are ready.",
      example = "cluster.addNodes(2, {role: \"login\"}).wait()",
      python = "cluster.add_nodes(2, role=\"login\").wait()",
      effect = Effect.CHANGE)
  OperationWords addNodes(
      @Arg(value = "count", doc = "How many, from 1 to 99.") int count,
      @Opt(
              value = "role",
              doc = "What they are for.",
              otherwise = "\"compute\"",
              choices = {"compute", "login"})
          @Nullable String role) {
    if (count < 1 || count > MOST_NEW_NODES) {
      throw new MisuseException(
          "addNodes takes a number from 1 to " + MOST_NEW_NODES + ", not " + count);
    }
    Role wanted = Role.named(role == null ? Role.COMPUTE.label() : role);
    return order(call("addNodes", count, wanted.label()), new Order.Addition(id, wanted, count));
  }

  @Word(
      value = "restartNodes",
      doc =
          "Orders a restart of the nodes, and gives the operation. Refused unless each is in no"
              + " queue, no running job may be using it, and nothing goes on at it.",
      example = "cluster.restartNodes(\"login1\").wait()",
      python = "cluster.restart_nodes(\"login1\").wait()",
      effect = Effect.CHANGE)
  OperationWords restartNodes(
      @Arg(value = "nodes", doc = "A set, a node, a list of them, or text.") Targets nodes) {
    Nodes chosen = chosen(nodes);
    return order(call("restartNodes", chosen.fold()), new Order.Restart(id, chosen.list()));
  }

  @Word(
      value = "deleteNodes",
      doc =
          "A plan that deletes nodes which are idle now, without waiting for any job; for the rest"
              + " as `retire`. Nothing happens until it is applied.",
      example = "cluster.deleteNodes(nodes.idle().pick(2))",
      python = "cluster.delete_nodes(nodes.idle().pick(2))",
      effect = Effect.READ)
  PlanWords deleteNodes(
      @Arg(value = "nodes", doc = "A set, a node, a list of them, or text.") Targets nodes,
      @Opt(
              value = "batch",
              doc = "Batch sizes as for `retire`.",
              otherwise = "one node first, then doubling")
          @Nullable String batch,
      @Opt(value = "overrides", doc = "Guards that do not forbid the plan, as for `retire`.")
          @Nullable Object overrides) {
    return retiring("deleteNodes", chosen(nodes), Duration.ZERO, batch, null, overrides);
  }

  private OperationWords order(String call, Order order) {
    return OperationWords.ordered(session, call, order);
  }

  @Word(
      value = "job",
      doc = "Raw: all that the API tells of one job, running or not, by the API's own names.",
      example = "cluster.job(job.id).reason",
      python = "cluster.job(job.id)[\"reason\"]",
      effect = Effect.READ)
  Map<String, @Nullable Object> job(
      @Arg(value = "id", doc = "The id in the API, `hpcjob-…`.") String job) {
    return ask(call("job", job), Form.RAW, ehpc -> new Raw(ehpc).job(id, job));
  }

  @Word(
      value = "users",
      doc = "Raw: the accounts of people on the cluster, by the API's own names.",
      example = "cluster.users().map(u => u.username)",
      python = "[u[\"username\"] for u in cluster.users()]",
      effect = Effect.READ)
  List<Map<String, @Nullable Object>> users() {
    return ask(call("users"), Form.RAWS, ehpc -> new Raw(ehpc).users(id));
  }

  @Word(
      value = "sharedQueues",
      doc = "Raw: the queues that a shared cluster can use, by the API's own names.",
      example = "cluster.sharedQueues().map(q => q.hpcqueue_id)",
      python = "[q[\"hpcqueue_id\"] for q in cluster.shared_queues()]",
      effect = Effect.READ)
  List<Map<String, @Nullable Object>> sharedQueues() {
    return ask(call("sharedQueues"), Form.RAWS, ehpc -> new Raw(ehpc).sharedQueues(id));
  }

  @Word(
      value = "retire",
      doc =
          "A plan that takes the nodes out of their queues, waits for their jobs, deletes them and"
              + " proves that they are gone. Nothing happens until it is applied.",
      example = "cluster.retire(\"node[1-4]\", {drain: \"2h\"})",
      python = "cluster.retire(\"node[1-4]\", drain=\"2h\")",
      effect = Effect.READ)
  PlanWords retire(
      @Arg(value = "nodes", doc = "A set, a node, a list of them, or text.") Targets nodes,
      @Opt(
              value = "drain",
              doc = "How long running jobs may go on.",
              otherwise = "as in the settings, 1h")
          @Nullable Duration drain,
      @Opt(
              value = "batch",
              doc = "Batch sizes such as `1,2,4`, `25%` or `all`.",
              otherwise = "one node first, then doubling")
          @Nullable String batch,
      @Opt(
              value = "onDeadline",
              doc = "What happens to a node whose jobs outlast the drain.",
              choices = {"keep", "ask", "force"},
              otherwise = "as in the settings, keep")
          @Nullable String onDeadline,
      @Opt(
              value = "overrides",
              doc =
                  "Guards that do not forbid the plan, each with the reason why, of `protected`,"
                      + " `jobs`, `keep`, `size`, `brake` and `budget`: `{budget: \"…\"}`.")
          @Nullable Object overrides) {
    return retiring("retire", chosen(nodes), drain, batch, onDeadline, overrides);
  }

  @Word(
      value = "plan",
      doc =
          "A plan to compose by hand: begin with `fence`, go on with `drain`, `leaveQueue`, `pause`,"
              + " `confirm` and `delete` as wanted. Each word gives a new plan.",
      example = "cluster.plan(\"rack 4\").fence(\"node[1-4]\").drain(\"2h\").delete()",
      effect = Effect.READ)
  PlanWords plan(
      @Arg(value = "title", doc = "What it does, in one line.") String title,
      @Opt(
              value = "batch",
              doc = "Batch sizes as for `retire`.",
              otherwise = "one node first, then doubling")
          @Nullable String batch,
      @Opt(value = "overrides", doc = "Guards that do not forbid the plan, as for `retire`.")
          @Nullable Object overrides) {
    RetireOptions options = session.defaults();
    options = batch == null ? options : options.withBatch(Batches.parse(batch));
    Composition composition = Composition.of(title, overridden(options, overrides));
    return new PlanWords(session, this, composition);
  }

  /// A plan to retire nodes, as this word says it.
  private PlanWords retiring(
      String word,
      Nodes chosen,
      @Nullable Duration drain,
      @Nullable String batch,
      @Nullable String onDeadline,
      @Nullable Object overrides) {
    RetireOptions options = session.defaults();
    options = drain == null ? options : options.withDrain(drain);
    options = batch == null ? options : options.withBatch(Batches.parse(batch));
    options = onDeadline == null ? options : options.withOnDeadline(OnDeadline.named(onDeadline));
    options = overridden(options, overrides);
    Moment now =
        session
            .outside()
            .moment(call(word, chosen.fold(), given(drain, batch, onDeadline, overrides)));
    Plan plan = Planner.retire(chosen.snapshot(), chosen.list(), options, now.budget(), now.at());
    return new PlanWords(session, plan);
  }

  /// The nodes of this cluster that are meant.
  Nodes chosen(Targets nodes) {
    return own(nodes.resolve(once(this::snapshot)));
  }

  /// The plan that was composed.
  Plan planned(Composition composition) {
    Moment now = session.outside().moment(call("plan", composition.title()));
    return composition.plan(now.budget(), now.at());
  }

  /// The options of a call as it is recorded: those that were given; null when none was.
  private static @Nullable Map<String, Object> given(
      @Nullable Duration drain,
      @Nullable String batch,
      @Nullable String onDeadline,
      @Nullable Object overrides) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("drain", drain == null ? null : drain.toString());
    all.put("batch", batch);
    all.put("onDeadline", onDeadline);
    all.put("overrides", overrides);
    Map<String, Object> given = new LinkedHashMap<>();
    all.forEach((name, value) -> {
      if (value != null) {
        given.put(name, value);
      }
    });
    return given.isEmpty() ? null : given;
  }

  /// What a plan does with busy nodes unless it says otherwise.
  OnDeadline onDeadline(@Nullable String choice) {
    return choice == null ? session.defaults().onDeadline() : OnDeadline.named(choice);
  }

  private static RetireOptions overridden(RetireOptions options, @Nullable Object overrides) {
    if (overrides == null) {
      return options;
    }
    if (!(overrides instanceof Map<?, ?> guards)) {
      throw new MisuseException("overrides name guards, each with a reason: budget: \"…\"");
    }
    RetireOptions more = options;
    for (Map.Entry<?, ?> each : guards.entrySet()) {
      if (!(each.getValue() instanceof String reason)) {
        throw new MisuseException("the reason to override " + each.getKey() + " must be text");
      }
      more = more.withOverride(Guard.named(String.valueOf(each.getKey())), reason);
    }
    return more;
  }

  @Override
  public String toString() {
    return id;
  }

  private Nodes own(Nodes chosen) {
    if (!chosen.snapshot().cluster().equals(id)) {
      throw new MisuseException(
          "the nodes " + chosen.fold() + " are of " + chosen.snapshot().cluster() + ", not " + id);
    }
    return chosen;
  }

  private Snapshot snapshot() {
    return ask(call("nodes"), Form.SNAPSHOT, ehpc -> ehpc.snapshot(id));
  }

  private Cluster look() {
    if (looked == null) {
      looked = ask(said(id), Form.CLUSTER, ehpc -> ehpc.cluster(id));
    }
    return looked;
  }

  private <T> T ask(String call, Form<T> form, Function<Ehpc, T> question) {
    return session.outside().ask(call, form, question);
  }

  private String call(String word, @Nullable Object... arguments) {
    return Call.of(said(id), word, arguments);
  }

  /// How one writes the cluster.
  static String said(String id) {
    return Call.of("ehpc", "cluster", id);
  }

  private static <T> Supplier<T> once(Supplier<T> source) {
    return new Supplier<>() {
      private @Nullable T value;

      @Override
      public T get() {
        if (value == null) {
          value = source.get();
        }
        return value;
      }
    };
  }
}
