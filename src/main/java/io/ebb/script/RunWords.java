package io.ebb.script;

import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.Run;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import java.util.List;

@Kind(value = "run", doc = "One carrying-out of a plan, with what became of each node.")
final class RunWords implements Shown {
  private final Run run;

  RunWords(Run run) {
    this.run = run;
  }

  @Override
  public Object shown() {
    return run;
  }

  @Override
  public String key() {
    return run.id();
  }

  @Fact(value = "id", doc = "The run id, for example `r-2026-11-21-001`.")
  String id() {
    return run.id();
  }

  @Fact(
      value = "state",
      doc = "How it ended, or stands.",
      choices = {
        "done",
        "partial",
        "failed",
        "unknown",
        "planned",
        "refused",
        "cancelled",
        "running",
        "interrupted"
      })
  String state() {
    return run.state().label();
  }

  @Fact(value = "calls", doc = "How many API calls it took.")
  long calls() {
    return run.calls();
  }

  @Fact(value = "nodes", doc = "What became of each node.")
  List<OutcomeRow> nodes() {
    return run.nodes().stream().map(OutcomeRow::of).toList();
  }

  @Fact(value = "retired", doc = "The hosts that are gone.")
  List<String> retired() {
    return hosts(Outcome.RETIRED);
  }

  @Fact(value = "kept", doc = "The hosts that were kept or put back.")
  List<String> kept() {
    return hosts(Outcome.KEPT);
  }

  @Override
  public String toString() {
    return run.id() + " " + run.state().label();
  }

  private List<String> hosts(Outcome outcome) {
    return run.nodes().stream()
        .filter(node -> node.outcome() == outcome)
        .map(NodeOutcome::host)
        .toList();
  }
}
