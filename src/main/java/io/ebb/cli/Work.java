package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.api.Time;
import io.ebb.plan.Plan;
import io.ebb.run.Run;
import io.ebb.run.RunListener;
import io.ebb.run.RunState;
import io.ebb.script.CancelledException;
import io.ebb.text.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Has plans carried out as jobs, and tells what comes of them.
final class Work {
  private final Common common;
  private final Showing showing;
  private final Attendant attendant;
  private final Errands errands;
  private final Supplier<Ebb> ebb;

  Work(Common common, Showing showing, Attendant attendant, Errands errands, Supplier<Ebb> ebb) {
    this.common = common;
    this.showing = showing;
    this.attendant = attendant;
    this.errands = errands;
    this.ebb = ebb;
  }

  /// Carries out a plan that was confirmed: follows it to its end, or has it go on behind.
  ///
  /// @param behind whether it is not followed; its run is running then
  /// @param asking how it asks, by who asks
  /// @throws io.ebb.run.RefusedException when it was refused
  /// @throws CancelledException when it was interrupted before it began, or has not stopped yet
  Run carryOut(Plan plan, boolean behind, Function<Asker, Confirmation> asking) {
    errands.goOn(); // the number may have been typed, and Ctrl-C pressed, in one go
    Errand errand = errands.add(number -> errand(number, plan));
    errand.start(asking.apply(errand.following()));
    return behind ? leftBehind(errand) : followed(errand);
  }

  private Errand errand(int number, Plan plan) {
    Following following =
        new Following(
            attendant,
            question ->
                common.tell(
                    "job %d asks, and :wait %d answers: %s".formatted(number, number, question)));
    return new Errand(number, plan, ebb.get().part(), following);
  }

  private Run leftBehind(Errand errand) {
    Run run = errand.running();
    showing.told(run);
    common.tell(
        "job %d: run %s goes on behind; :wait %d follows it"
            .formatted(errand.number(), run.id(), errand.number()));
    tellEnd(errand);
    return run;
  }

  private Run followed(Errand errand) {
    Optional<Run> end;
    try (Progress progress = common.progress()) {
      errand.following().begin(progress, shown -> words(errand.plan(), shown));
      end = errands.await(errand);
    } finally {
      errand.following().end();
    }
    end.ifPresentOrElse(this::tell, () -> stillStopping(errand));
    return end.orElseThrow(CancelledException::new);
  }

  /// Follows it until it has ended, or Ctrl-C is pressed.
  void await(Errand errand) {
    boolean over;
    try (Progress progress = common.progress()) {
      errand.following().begin(progress, shown -> words(errand.plan(), shown));
      over = attendant.attend(errand.end().handle((_, _) -> true), () -> {}, Duration.ZERO);
    } finally {
      errand.following().end();
    }
    if (!over) {
      common.tell("no longer followed; job %d goes on".formatted(errand.number()));
    }
  }

  private RunListener words(Plan plan, Progress progress) {
    Time time = ebb.get().time();
    RunListener words = new RunProgress(plan, progress, time, common.live());
    return common.live() ? new LiveLine(plan.targets().size(), progress, words) : words;
  }

  private void stillStopping(Errand errand) {
    common.tell(
        "%s stops as soon as the call in flight is answered; it is told here then"
            .formatted(errand.run().map(run -> "run " + run).orElse("the plan")));
    tellEnd(errand);
  }

  /// Above whatever is typed then.
  private void tellEnd(Errand errand) {
    var _ =
        errand
            .end()
            .whenComplete((run, failure) -> {
              if (run == null) {
                common.tell("job %d: %s".formatted(errand.number(), failure.getMessage()));
              } else {
                tell(run);
              }
            });
  }

  /// One line, and what to do next; of an interrupted run where each node is.
  private void tell(Run run) {
    showing.told(run);
    if (run.state() == RunState.INTERRUPTED) {
      common.explain(run);
    } else {
      common.tell(RunText.style(run.state()), RunText.summary(run));
    }
    NextSteps.tell(common, run.id(), run.state());
  }
}
