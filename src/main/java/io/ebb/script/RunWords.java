package io.ebb.script;

import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.Run;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Opt;
import io.ebb.script.catalogue.Word;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Kind(value = "run", doc = "One carrying-out of a plan, with what became of each node.")
final class RunWords implements Shown {
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Session session;
  private final Run run;

  RunWords(Session session, Run run) {
    this.session = session;
    this.run = run;
  }

  @Override
  public Object shown() {
    return run;
  }

  @Override
  public String clusterId() {
    return run.cluster();
  }

  @Override
  public String brief() {
    return run.id() + ", " + run.state().label();
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

  @Word(
      value = "wait",
      doc =
          "Waits until it has ended, whoever carries it out, and gives it as it is then. One that"
              + " nobody carries out any more, or that goes on for longer, is an error.",
      example = "run.wait({atMost: \"2h\"}).state",
      python = "run.wait(at_most=\"2h\").state",
      effect = Effect.READ)
  RunWords await(
      @Opt(value = "atMost", doc = "How long it is waited for.", otherwise = "\"1d\"")
          @Nullable Duration atMost) {
    Duration patience = atMost == null ? PATIENCE : atMost;
    return new RunWords(session, session.outside().deeds().await(run.id(), patience));
  }

  @Word(
      value = "cancel",
      doc =
          "Has it begin nothing new, and puts back what is not past the point of no return; of one"
              + " that has ended, what it has left out of its queue. Gives it as it is then.",
      example = "run.cancel().state",
      effect = Effect.CHANGE)
  RunWords cancel() {
    return new RunWords(session, session.outside().deeds().cancel(run.id()));
  }

  @Word(
      value = "report",
      doc = "All that is known of it, as plain data: what `ebb show -o json` tells.",
      example = "run.report().operations",
      python = "run.report()[\"operations\"]",
      effect = Effect.READ)
  Map<String, @Nullable Object> report() {
    return session.outside().deeds().report(run.id());
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
