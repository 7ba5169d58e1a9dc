package io.ebb.run;

import io.ebb.plan.Step;
import java.util.List;
import java.util.Optional;

/// Asks whether to go on, where the plan says so. The answer is written down, and nobody is asked
/// twice.
final class Confirming {
  private final RunContext context;
  private final History history;
  private final int batch;
  private final Asking asking;

  Confirming(RunContext context, History history, int batch, Asking asking) {
    this.context = context;
    this.history = history;
    this.batch = batch;
    this.asking = asking;
  }

  /// Why the nodes are to be kept; empty when somebody says, or has said before, to go on.
  ///
  /// @param place the step's place in the batch, from 1
  Optional<String> refusal(Step.Confirm step, int place, List<String> hosts) {
    String answer = history.confirmed(batch, place).orElseGet(() -> ask(step, place, hosts));
    return answer.equals(Asking.YES)
        ? Optional.empty()
        : Optional.of("not confirmed" + answer.substring(Asking.NO.length()));
  }

  private String ask(Step.Confirm step, int place, List<String> hosts) {
    String answer = asking.confirms(step.question(), hosts);
    context.write(new Entry.Confirmed(context.now(), batch, place, answer));
    return answer;
  }
}
