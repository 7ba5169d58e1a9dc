package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which calls a fault hits.
final class OccasionTest {

  @Test
  void callsAreCountedFromOne() {
    assertThat(hits(new Occasion.Always())).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(hits(new Occasion.Nth(3))).containsExactly(3);
    assertThat(hits(new Occasion.From(3))).containsExactly(3, 4, 5, 6, 7);
    assertThat(hits(new Occasion.Each(3))).containsExactly(3, 6);
    assertThat(hits(new Occasion.First(3))).containsExactly(1, 2, 3);
    assertThat(hits(new Occasion.Chance(0))).isEmpty();
    assertThat(hits(new Occasion.Chance(1))).hasSize(7);
  }

  private static List<Integer> hits(Occasion occasion) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.rangeClosed(1, 7)
        .filter(count -> occasion.hits(count, random))
        .boxed()
        .toList();
  }

  @Test
  void chanceHitsItsShareAndTheSameCallsForTheSameSeed() {
    long seed = System.nanoTime();
    System.out.println("OccasionTest: seed " + seed);
    FaultPlan plan = plan(seed, new Occasion.Chance(0.1));
    List<Boolean> first = strikes(plan);
    assertThat(first.stream().filter(hit -> hit).count()).isBetween(850L, 1150L);
    assertThat(strikes(plan)).isEqualTo(first);
    assertThat(strikes(plan.withSeed(seed + 1))).isNotEqualTo(first);
  }

  @Test
  void oneMoreFaultDoesNotChangeWhatTheOthersHit() {
    FaultPlan plan = plan(3, new Occasion.Chance(0.1));
    FaultKind other = new FaultKind.ResetAfter();
    FaultPlan more =
        new FaultPlan(
            3,
            Dialect.documented(),
            List.of(plan.rules().getFirst(), new Fault("*", new Occasion.Chance(0.5), other)));
    assertThat(strikes(more)).isEqualTo(strikes(plan));
  }

  @Test
  void callsThatAreNotConcernedAreNotCounted() {
    ArmedFaults faults = new ArmedFaults(FaultPlan.none());
    faults.inject(new Fault("/queue/*", "POST", new Occasion.Nth(2), new FaultKind.ResetBefore()));
    assertThat(faults.strike(request("GET", "/queue/ehpc/getQueueList"))).isEmpty();
    assertThat(faults.strike(request("POST", "/queue/ehpc/getQueueList"))).isEmpty();
    assertThat(faults.strike(request("POST", "/cluster/addNodes"))).isEmpty();
    assertThat(faults.strike(request("POST", "/queue/ehpc/addNodes"))).hasSize(1);
  }

  private static FaultPlan plan(long seed, Occasion calls) {
    Fault fault = new Fault("/operation", calls, new FaultKind.ResetBefore());
    return new FaultPlan(seed, Dialect.documented(), List.of(fault));
  }

  private static List<Boolean> strikes(FaultPlan plan) {
    ArmedFaults faults = new ArmedFaults(plan);
    RawRequest request = request("GET", "/operation");
    return IntStream.range(0, 10_000)
        .mapToObj(call -> faults.strike(request).contains(new FaultKind.ResetBefore()))
        .toList();
  }

  private static RawRequest request(String method, String path) {
    return new RawRequest(method, "/api" + path, "", "");
  }

  @Test
  void impossibleOccasionIsRefused() {
    assertThatThrownBy(() -> new Occasion.Nth(0)).hasMessageContaining("counted from 1, not 0");
    assertThatThrownBy(() -> new Occasion.Each(0)).hasMessageContaining("counted from 1");
    assertThatThrownBy(() -> new Occasion.Chance(1.5)).hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> new Occasion.Chance(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Past.Before(0)).hasMessageContaining("counted from 1");
    assertThatThrownBy(() -> new FaultKind.OthersCall(-1)).hasMessageContaining("-1");
  }
}
