package io.ebb.script;

import io.ebb.plan.Composition;
import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import io.ebb.script.catalogue.Arg;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Opt;
import io.ebb.script.catalogue.Word;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Kind(value = "plan", doc = "What would be done to which nodes, in which order. Plain data.")
final class PlanWords implements Shown {
  private final Session session;
  private final @Nullable Composing composing;
  private @Nullable Plan plan;

  /// A plan that is composed by hand: each word gives a new one.
  private record Composing(ClusterWords cluster, Composition composition) {}

  /// A plan that is complete.
  PlanWords(Session session, Plan plan) {
    this.session = session;
    this.plan = plan;
    this.composing = null;
    session.unused().add(this);
  }

  PlanWords(Session session, ClusterWords cluster, Composition composition) {
    this.session = session;
    this.composing = new Composing(cluster, composition);
    session.unused().add(this);
  }

  /// Made when it is asked for first, so that the words before that cost nothing.
  private Plan plan() {
    session.unused().remove(this);
    if (plan == null) {
      plan = composing().cluster().planned(composing().composition());
    }
    return plan;
  }

  private Composing composing() {
    if (composing == null) {
      throw new MisuseException(
          "the plan is complete: compose one from cluster.plan(title), which begins empty");
    }
    return composing;
  }

  private PlanWords with(Composition composition) {
    session.unused().remove(this);
    return new PlanWords(session, composing().cluster(), composition);
  }

  /// What it is called, without making it.
  String name() {
    return plan == null ? composing().composition().title() : plan.title();
  }

  @Override
  public Object shown() {
    return plan();
  }

  @Override
  public String clusterId() {
    return plan == null ? composing().cluster().id() : plan.cluster();
  }

  @Override
  public String brief() {
    return name();
  }

  @Override
  public String key() {
    return plan().digest();
  }

  @Fact(value = "id", doc = "The short id under which it is shown.")
  String id() {
    return plan().id();
  }

  @Fact(value = "title", doc = "One line: what it does to how many nodes.")
  String title() {
    return plan().title();
  }

  @Fact(value = "hosts", doc = "The hosts it would retire.")
  List<String> hosts() {
    return plan().targets().stream().map(Target::host).toList();
  }

  @Fact(value = "nodes", doc = "The nodes as they were when the plan was made.")
  List<NodeRow> nodes() {
    return plan().targets().stream().map(NodeRow::of).toList();
  }

  @Fact(value = "steps", doc = "What is done, in order.")
  List<StepRow> steps() {
    return StepRow.of(plan());
  }

  @Fact(value = "forecast", doc = "What it will probably take.")
  ForecastRow forecast() {
    return ForecastRow.of(plan().forecast());
  }

  @Fact(value = "violations", doc = "Why it may not be applied, a line each; empty when it may.")
  List<String> violations() {
    return plan().violations().stream().map(violation -> violation.text()).toList();
  }

  @Fact(value = "calls", doc = "How many API calls it is expected to need.")
  int calls() {
    return plan().forecast().calls();
  }

  @Word(
      value = "fence",
      doc = "Stops new jobs on these nodes; the first step of a plan composed by hand.",
      example = "cluster.plan(\"rack 4\").fence(\"node[1-4]\")",
      effect = Effect.READ)
  PlanWords fence(
      @Arg(value = "nodes", doc = "A set, a node, a list of them, or text.") Targets nodes) {
    return with(composing().composition().fence(composing().cluster().chosen(nodes)));
  }

  @Word(
      value = "drain",
      doc = "Waits for the running jobs. Comes after `fence`.",
      example = "plan.drain(\"2h\", {onDeadline: \"keep\"})",
      python = "plan.drain(\"2h\", on_deadline=\"keep\")",
      effect = Effect.READ)
  PlanWords drain(
      @Arg(value = "atMost", doc = "How long; `0s` refuses nodes with running jobs.")
          Duration atMost,
      @Opt(
              value = "onDeadline",
              doc = "What happens to a node whose jobs outlast it.",
              choices = {"keep", "ask", "force"},
              otherwise = "as in the settings, keep")
          @Nullable String onDeadline) {
    return with(
        composing().composition().drain(atMost, composing().cluster().onDeadline(onDeadline)));
  }

  @Word(
      value = "leaveQueue",
      doc = "Takes the nodes out of their queue; without a scheduler the fence has done it.",
      example = "plan.leaveQueue()",
      python = "plan.leave_queue()",
      effect = Effect.READ)
  PlanWords leaveQueue() {
    return with(composing().composition().leaveQueue());
  }

  @Word(
      value = "pause",
      doc = "Waits in each batch, before its deletion.",
      example = "plan.pause(\"10m\")",
      effect = Effect.READ)
  PlanWords pause(@Arg(value = "span", doc = "How long.") Duration span) {
    return with(composing().composition().pause(span));
  }

  @Word(
      value = "confirm",
      doc = "Asks somebody in each batch, before its deletion; without a yes its nodes are kept.",
      example = "plan.confirm(\"Are the disks copied?\")",
      effect = Effect.READ)
  PlanWords confirm(@Arg(value = "question", doc = "What is asked.") String question) {
    return with(composing().composition().confirm(question));
  }

  @Word(
      value = "delete",
      doc = "Deletes the nodes that are fenced, and sees that they are gone. Comes after `drain`.",
      example = "plan.drain(\"2h\").delete()",
      effect = Effect.READ)
  PlanWords delete(
      @Opt(value = "nodes", doc = "Some of those that are fenced.", otherwise = "all of them")
          @Nullable Targets nodes) {
    Composition words = composing().composition();
    return with(nodes == null ? words.delete() : words.delete(composing().cluster().chosen(nodes)));
  }

  @Word(
      value = "verify",
      doc = "Sees that what was deleted is gone, which each deletion does anyway.",
      example = "plan.drain(\"2h\").delete().verify()",
      effect = Effect.READ)
  PlanWords verify() {
    return with(composing().composition().verify());
  }

  @Word(
      value = "save",
      doc = "Writes the plan to a file that `ebb apply` takes, and gives the file's name.",
      example = "plan.save(\"rack-4\")",
      effect = Effect.CHANGE)
  String save(@Arg(value = "name", doc = "A plain name, without a folder.") String name) {
    return session.host().save(plan(), name).toString();
  }

  @Word(
      value = "apply",
      doc =
          "Asks for confirmation, then does exactly what the plan says, and gives the run. Refused"
              + " when a guard is violated or nobody confirms.",
      example = "cluster.retire(\"node32\").apply()",
      effect = Effect.DESTROY)
  RunWords apply() {
    return new RunWords(session, session.outside().apply(plan()));
  }

  @Override
  public String toString() {
    return plan().title();
  }
}
