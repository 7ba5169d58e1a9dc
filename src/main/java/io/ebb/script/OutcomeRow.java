package io.ebb.script;

import io.ebb.run.NodeOutcome;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;

@Kind(value = "nodeOutcome", doc = "What became of one node in a run, and why.")
record OutcomeRow(
    @Fact(value = "id", doc = "The node id, `cln-…`.") String id,
    @Fact(value = "host", doc = "The host name in the plan.") String host,
    @Fact(
            value = "outcome",
            doc = "What became of it.",
            choices = {"retired", "kept", "failed", "unknown", "untouched", "open"})
        String outcome,
    @Fact(value = "reason", doc = "Why, in a sentence without a full stop.") String reason) {

  static OutcomeRow of(NodeOutcome node) {
    return new OutcomeRow(node.id(), node.host(), node.outcome().label(), node.reason());
  }
}
