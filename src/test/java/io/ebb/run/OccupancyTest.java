package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Jobs that name no host, and when they started by the service's clock.
final class OccupancyTest {
  private static final Instant LEFT = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant NOW = LEFT.plus(Duration.ofMinutes(30));

  private static final Node NODE =
      new Node(
          "cln-3", 3, "node3", "", Role.COMPUTE, "q", "active", "", "healthy", "", 26, 1024, LEFT);

  private final Occupancy occupancy = new Occupancy(List.of(), LEFT);

  @ParameterizedTest
  @CsvSource({
    "-60, true, started before the node left",
    "30, true, started after by clocks that may differ so much",
    "120, false, surely started after",
    "28800, true, starts in eight hours by a time that cannot be right"
  })
  void onlyAJobThatSurelyStartedLaterDoesNotHoldTheNode(long seconds, boolean busy, String why) {
    assertThat(busy(LEFT.plusSeconds(seconds))).as(why).isEqualTo(busy);
  }

  @Test
  void anUnknownStartHoldsTheNode() {
    Job job = new Job("j", "1", "", "running", "q", Set.of(), "", null);

    assertThat(occupancy.busy(List.of(NODE), List.of(job), NOW)).hasSize(1);
  }

  private boolean busy(Instant started) {
    Job job = new Job("j", "1", "", "running", "q", Set.of(), "", started);
    return !occupancy.busy(List.of(NODE), List.of(job), NOW).isEmpty();
  }
}
