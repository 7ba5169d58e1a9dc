package io.ebb.cli.colon;

import io.ebb.plan.Plan;
import io.ebb.plan.PlanFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `:plan`: the plan that was made or shown last.
@Command(
    name = ":plan",
    description = "Show the plan that was made or shown last, or save it.",
    footer = {"", "  :plan", "  :plan --save rack-4", "  ebb apply rack-4.plan.json"})
final class PlanCommand implements Runnable {
  private final Session session;

  @Option(
      names = "--save",
      paramLabel = "NAME",
      description = "Write it to a file that ebb apply takes, in the folder of this session.")
  private @Nullable String name;

  PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Plan plan =
        session
            .plan()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "there is no plan yet: cluster.retire(…) makes one, show(plan) shows it"));
    if (name == null) {
      session.show(plan);
    } else {
      Path file = PlanFile.named(name);
      PlanFile.write(file, plan);
      session.tell("plan %s saved to %s".formatted(plan.id(), file));
    }
  }
}
