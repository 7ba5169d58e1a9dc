package io.ebb.run;

import io.ebb.api.Budget;
import io.ebb.cluster.Role;
import io.ebb.plan.Batch;
import io.ebb.plan.Batches;
import io.ebb.plan.Forecast;
import io.ebb.plan.Guard;
import io.ebb.plan.Limits;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.plan.Step;
import io.ebb.plan.Target;
import io.ebb.plan.Verdict;
import io.ebb.plan.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Plans that nobody carries out, to be written to journals.
final class Plans {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final String CLUSTER = "ehpc-test";

  private Plans() {}

  /// A plan over `node1` and so on, whose ids are `cln-1` and so on; each part of it is there, with
  /// every kind of step.
  ///
  /// @param id 4 hexadecimal digits: plans with different ones are different
  static Plan of(String id, int... serials) {
    List<Target> targets = Arrays.stream(serials).mapToObj(Plans::target).toList();
    List<String> nodes = targets.stream().map(Target::id).toList();
    List<Step> steps =
        List.of(
            new Step.Leave("ehpcq-batch", nodes),
            new Step.Drain(nodes, Duration.ofHours(2), OnDeadline.ASK),
            new Step.Pause(nodes, Duration.ofMinutes(5)),
            new Step.Confirm(nodes, "Is the rack empty?"),
            new Step.Delete(nodes),
            new Step.Verify(nodes, Duration.ofMinutes(5)));
    return new Plan(
        id,
        "retire " + serials.length + " nodes of 测试",
        CLUSTER,
        Map.of("ehpcq-batch", "batch"),
        targets,
        options(),
        List.of(new Verdict(Guard.BUDGET, "11 calls of 3", List.of(violation()), "it is urgent")),
        List.of(new Batch(1, nodes, steps)),
        new Forecast(11, NOON.plusSeconds(600), NOON.plusSeconds(9000)),
        new Budget(2000, 1997, 60, NOON.plusSeconds(1)),
        NOON,
        NOON.plusSeconds(900));
  }

  private static RetireOptions options() {
    return RetireOptions.defaults()
        .withBatch(Batches.parse("1,2,4"))
        .withLimits(Limits.defaults().withProtectedNodes(Set.of("node99")))
        .withOverride(Guard.BUDGET, "it is urgent");
  }

  private static Violation violation() {
    return new Violation(Guard.BUDGET, List.of(), "3 calls are left", "wait");
  }

  private static Target target(int serial) {
    return new Target(
        "cln-" + serial,
        "node" + serial,
        serial,
        Role.COMPUTE,
        serial == 99 ? null : "ehpcq-batch",
        "active",
        List.of("8812"));
  }
}
