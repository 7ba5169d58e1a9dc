package io.ebb.script;

import io.ebb.plan.Batch;
import io.ebb.plan.Plan;
import io.ebb.plan.Step;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import java.util.List;
import java.util.stream.Stream;

@Kind(value = "plannedStep", doc = "One thing that a plan does to the nodes of one batch.")
record StepRow(
    @Fact(value = "batch", doc = "The number of the batch, from 1.") int batch,
    @Fact(
            value = "step",
            doc = "What is done.",
            choices = {"leave", "drain", "delete", "verify", "pause", "confirm"})
        String step,
    @Fact(value = "hosts", doc = "The hosts concerned.") List<String> hosts) {

  StepRow {
    hosts = List.copyOf(hosts);
  }

  /// All steps of a plan in the order in which they are done.
  static List<StepRow> of(Plan plan) {
    return plan.batches().stream().flatMap(batch -> of(plan, batch)).toList();
  }

  private static Stream<StepRow> of(Plan plan, Batch batch) {
    return batch.steps().stream()
        .map(step -> new StepRow(batch.number(), step.label(), hosts(plan, step)));
  }

  private static List<String> hosts(Plan plan, Step step) {
    return step.nodes().stream().map(id -> plan.target(id).host()).toList();
  }
}
