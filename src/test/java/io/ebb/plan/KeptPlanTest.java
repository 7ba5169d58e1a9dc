package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A plan that was written once is read for ever, and known by the same digest.
final class KeptPlanTest {

  @Test
  void aPlanOfVersion1IsReadAsItWasMeant() throws URISyntaxException {
    URL kept = Objects.requireNonNull(KeptPlanTest.class.getResource("plan-1.json"));

    Plan plan = PlanFile.read(Path.of(kept.toURI()));

    assertThat(plan.digest())
        .isEqualTo("77b0546d8465cbc44ae6607ed95a561ad3ec3806f211790aff27cbe93b1d5d44");
    assertThat(plan.title()).isEqualTo("empty rack 4");
    assertThat(plan.hosts(List.of("cln-node2", "cln-node5", "cln-node9"))).isEqualTo("node[2,5,9]");
    assertThat(plan.target("cln-node9").queue()).isNull();
    assertThat(plan.target("cln-node2").jobs()).containsExactly("j8812");
    assertThat(plan.options().limits().brake()).isEqualTo(new Brake(45, 3));
    assertThat(plan.options().limits().protectedNodes()).isEqualTo(Set.of("node1"));
    assertThat(plan.overrides(Guard.KEEP)).isTrue();
    assertThat(plan.expiresAt()).isEqualTo("2026-11-21T13:00:00Z");
    List<String> first = List.of("cln-node2");
    assertThat(plan.batches().getFirst().steps())
        .containsExactly(
            new Step.Leave("q-batch", first),
            new Step.Drain(first, Duration.ofHours(2), OnDeadline.ASK),
            new Step.Pause(first, Duration.ofMinutes(10)),
            new Step.Confirm(first, "Are the disks copied?"),
            new Step.Delete(first),
            new Step.Verify(first, Duration.ofMinutes(5)));
  }
}
