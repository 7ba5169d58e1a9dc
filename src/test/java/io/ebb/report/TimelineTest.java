package io.ebb.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.report.Timeline.Bar;
import io.ebb.report.Timeline.Lane;
import io.ebb.report.Timeline.Phase;
import io.ebb.run.SimulatedRuns;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// When what was done to which node, as the events of real runs tell it.
final class TimelineTest {

  private static Timeline of(SimulatedRuns runs) {
    return Report.of(runs.run(), runs.journal(), runs.now()).timeline();
  }

  private static List<Phase> phases(Lane lane) {
    return lane.bars().stream()
        .map(Bar::phase)
        .filter(phase -> phase != Phase.WAIT)
        .distinct()
        .toList();
  }

  private static Bar bar(Lane lane, Phase phase) {
    return lane.bars().stream().filter(bar -> bar.phase() == phase).findFirst().orElseThrow();
  }

  @Test
  void nodesAreLanesInTheOrderOfThePlanAndGoThroughAllPhases() {
    try (SimulatedRuns runs = SimulatedRuns.wellDone()) {
      Timeline timeline = of(runs);

      assertThat(timeline.lanes())
          .extracting(Lane::host)
          .containsExactly("node3", "node4", "node7");
      assertThat(timeline.lanes())
          .allSatisfy(lane -> {
            assertThat(phases(lane))
                .containsExactly(Phase.LEAVE, Phase.DRAIN, Phase.DELETE, Phase.VERIFY);
            assertThat(lane.noReturn()).isEqualTo(bar(lane, Phase.DELETE).from());
            assertThat(lane.bars()).noneMatch(Bar::open);
            assertThat(lane.bars())
                .allSatisfy(bar -> assertThat(bar.from()).isBetween(timeline.from(), bar.to()));
          });
      assertThat(timeline.gaps()).isEmpty();
    }
  }

  @Test
  void whatWasNotDeletedHasNotPassedThePointOfNoReturnAndGoesBack() {
    try (SimulatedRuns runs = SimulatedRuns.oneKept()) {
      Lane kept = of(runs).lanes().getFirst();

      assertThat(phases(kept)).containsExactly(Phase.LEAVE, Phase.DRAIN, Phase.RETURN);
      assertThat(kept.noReturn()).isNull();
      assertThat(kept.bars())
          .filteredOn(bar -> bar.phase() == Phase.WAIT)
          .anyMatch(bar -> bar.note().contains("job"));
    }
  }

  @Test
  void whatWasNotAcceptedAndWhoseAnswerWasLostIsMarked() {
    try (SimulatedRuns runs = SimulatedRuns.withTrouble()) {
      Lane first = of(runs).lanes().getFirst();

      assertThat(first.marks()).extracting(Timeline.Mark::lost).containsExactly(false, true);
      assertThat(first.noReturn()).isNotNull();
    }
  }

  @Test
  void theTimeBetweenTwoProcessesIsAGap() {
    try (SimulatedRuns runs = SimulatedRuns.killedAndResumed()) {
      Timeline timeline = of(runs);

      assertThat(timeline.gaps())
          .singleElement()
          .satisfies(gap ->
              assertThat(Duration.between(gap.from(), gap.to()))
                  .isGreaterThan(Duration.ofMinutes(12)));
      Bar deletion = bar(timeline.lanes().getFirst(), Phase.DELETE);
      assertThat(deletion.to()).isAfterOrEqualTo(timeline.gaps().getFirst().to());
    }
  }

  @Test
  void aRunThatGoesOnEndsNow() {
    Timeline timeline =
        SimulatedRuns.whileDraining(runs -> {
          Timeline seen = of(runs);
          assertThat(seen.to()).isEqualTo(runs.now());
          return seen;
        });

    Bar drain = bar(timeline.lanes().getFirst(), Phase.DRAIN);
    assertThat(drain.open()).isTrue();
    assertThat(drain.to()).isEqualTo(timeline.to());
    assertThat(timeline.lanes().getLast().bars()).isEmpty();
  }

  @Test
  void aRunThatNobodyCarriesOutEndsAtItsLastEvent() {
    try (SimulatedRuns runs = SimulatedRuns.killed()) {
      Timeline timeline = of(runs);

      assertThat(timeline.to()).isEqualTo(runs.journal().entries(runs.run()).getLast().at());
      assertThat(Objects.requireNonNull(timeline.lanes().getFirst().noReturn()))
          .isBeforeOrEqualTo(timeline.to());
      assertThat(timeline.lanes()).allSatisfy(lane -> assertThat(lane.bars()).noneMatch(Bar::open));
    }
  }
}
