package io.ebb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ebb.run.Outcome;
import io.ebb.run.RunState;
import io.ebb.run.SimulatedRuns;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a report tells of runs on a simulated cluster.
final class ReportTest {

  private static Report of(SimulatedRuns runs) {
    return Report.of(runs.run(), runs.journal(), runs.now());
  }

  @Test
  void everyNodeHasItsOutcomeWithReasonRunAndMoment() {
    try (SimulatedRuns runs = SimulatedRuns.oneKept()) {
      Report report = of(runs);

      assertThat(report.nodes())
          .extracting(NodeRow::host, NodeRow::queue, NodeRow::batch, NodeRow::outcome)
          .containsExactly(
              tuple("node3", "batch", 1, Outcome.KEPT),
              tuple("node4", "batch", 1, Outcome.RETIRED),
              tuple("node5", "batch", 2, Outcome.RETIRED));
      assertThat(report.nodes().getFirst().reason()).contains("still running at the deadline");
      assertThat(report.nodes())
          .allSatisfy(node -> {
            assertThat(node.run()).isEqualTo(runs.run());
            assertThat(Objects.requireNonNull(node.at()))
                .isBetween(report.cover().began(), Objects.requireNonNull(report.cover().ended()));
          });
      assertThat(report.cover().state()).isEqualTo(RunState.PARTIAL);
    }
  }

  @Test
  void everyChangeIsToldWithItsOperationAndItsTimes() {
    try (SimulatedRuns runs = SimulatedRuns.wellDone()) {
      Report report = of(runs);

      assertThat(report.sent())
          .isNotEmpty()
          .allSatisfy(call -> {
            Instant sent = call.sendings().getFirst();
            assertThat(call.operation()).startsWith("j-");
            assertThat(Objects.requireNonNull(call.accepted())).isAfterOrEqualTo(sent);
            assertThat(Objects.requireNonNull(call.concluded())).isAfter(call.accepted());
            assertThat(call.result()).isEqualTo("happened");
          });
      assertThat(report.calls().spent()).isGreaterThan(5);
      assertThat(report.next()).isEmpty();
      assertThat(report.problems()).isEmpty();
    }
  }

  @Test
  void whatPassedIsToldToo() {
    try (SimulatedRuns runs = SimulatedRuns.withTrouble()) {
      Report report = of(runs);

      assertThat(report.cover().state()).isEqualTo(RunState.DONE);
      assertThat(report.problems())
          .extracting(Problem::what)
          .anyMatch(what -> what.contains("busy"));
      assertThat(report.problems())
          .extracting(Problem::what)
          .anyMatch(what -> what.startsWith("the answer was lost"));
      assertThat(report.sent()).anyMatch(SentCall::adopted);
    }
  }

  @Test
  void aRunWhoseProcessDiedTellsSoAndWhatToDo() {
    try (SimulatedRuns runs = SimulatedRuns.killed()) {
      Report report = of(runs);

      assertThat(report.cover().state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(report.spells()).singleElement().matches(Spell::vanished);
      assertThat(report.next())
          .extracting(Next::command)
          .containsExactly("ebb resume " + runs.run(), "ebb undo " + runs.run());
    }
  }

  @Test
  void everyProcessThatCarriedItOutIsTold() {
    try (SimulatedRuns runs = SimulatedRuns.killedAndResumed()) {
      Report report = of(runs);

      assertThat(report.spells()).extracting(Spell::purpose).containsExactly("begin", "resume");
      assertThat(report.spells()).extracting(Spell::vanished).containsExactly(true, false);
      assertThat(report.spells().getLast().end()).isEqualTo("done");
    }
  }

  @Test
  void itsSealIsTheHashOfTheLastEvent() {
    try (SimulatedRuns runs = SimulatedRuns.wellDone()) {
      Report report = of(runs);

      Report.Seal seal = report.seals().getFirst();
      assertThat(seal.events()).isEqualTo(runs.journal().entries(runs.run()).size());
      assertThat(seal.digest()).matches("[0-9a-f]{64}");
    }
  }
}
