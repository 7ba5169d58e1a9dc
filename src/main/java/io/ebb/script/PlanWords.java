package io.ebb.script;

import io.ebb.plan.Plan;
import java.util.List;

@Kind(value = "plan", doc = "What would be done to which nodes, in which order. Plain data.")
final class PlanWords implements Shown {
  private final Session session;
  private final Plan plan;

  PlanWords(Session session, Plan plan) {
    this.session = session;
    this.plan = plan;
  }

  @Override
  public Object shown() {
    return plan;
  }

  @Override
  public String key() {
    return plan.id();
  }

  @Fact(value = "id", doc = "The short id under which it is shown.")
  String id() {
    return plan.id();
  }

  @Fact(value = "title", doc = "One line: what it does to how many nodes.")
  String title() {
    return plan.title();
  }

  @Fact(value = "hosts", doc = "The hosts it would retire.")
  List<String> hosts() {
    return plan.targets().stream().map(target -> target.host()).toList();
  }

  @Fact(value = "violations", doc = "Why it may not be applied, a line each; empty when it may.")
  List<String> violations() {
    return plan.violations().stream().map(violation -> violation.text()).toList();
  }

  @Fact(value = "calls", doc = "How many API calls it is expected to need.")
  int calls() {
    return plan.forecast().calls();
  }

  @Word(
      value = "apply",
      doc =
          "Asks for confirmation, then does exactly what the plan says, and gives the run. Refused"
              + " when a guard is violated or nobody confirms.",
      example = "cluster.retire(\"node32\").apply()",
      effect = Effect.DESTROY)
  RunWords apply() {
    return new RunWords(session.outside().apply(plan));
  }

  @Override
  public String toString() {
    return plan.title();
  }
}
