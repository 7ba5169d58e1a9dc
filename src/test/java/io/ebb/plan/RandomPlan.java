package io.ebb.plan;

import io.ebb.api.Budget;
import io.ebb.cluster.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Plans of every kind, sensible or not: what can be written, can be written down.
final class RandomPlan {
  private static final List<String> TEXTS =
      List.of("", "node1", "a \"quoted\" reason", "换节点", "back\\slash\n", "x".repeat(300), "–");

  private final Random random;

  private RandomPlan(Random random) {
    this.random = random;
  }

  static Plan of(Random random) {
    return new RandomPlan(random).plan();
  }

  private Plan plan() {
    return new Plan(
        "%04x".formatted(random.nextInt(0x10000)),
        text(),
        "ehpc-" + random.nextInt(100),
        Map.of("q-1", text(), "q-2", text()),
        some(this::target),
        options(),
        some(this::verdict),
        some(this::batch),
        new Forecast(random.nextInt(10000), instant(), instant()),
        new Budget(2000, random.nextInt(3000), 100, random.nextBoolean() ? null : instant()),
        instant(),
        instant());
  }

  private Target target() {
    return new Target(
        "cln-" + random.nextInt(),
        text(),
        random.nextInt(1000),
        any(Role.values()),
        random.nextBoolean() ? null : text(),
        text(),
        some(this::text));
  }

  private RetireOptions options() {
    RetireOptions options =
        new RetireOptions(
            span(),
            any(
                new Batches.Doubling(),
                new Batches.Sizes(List.of(1, 1 + random.nextInt(9))),
                new Batches.Share(1 + random.nextInt(100))),
            any(OnDeadline.values()),
            new Limits(
                random.nextInt(9), random.nextInt(9), random.nextInt(9), 50, Set.of("b", "a", "c")),
            span(),
            span(),
            1 + random.nextInt(5),
            Map.of());
    return random.nextBoolean()
        ? options
        : options.withOverride(Guard.BUDGET, "a reason, " + text());
  }

  private Verdict verdict() {
    Guard guard = any(Guard.values());
    return new Verdict(
        guard,
        text(),
        some(() -> new Violation(guard, some(this::text), text(), text())),
        random.nextBoolean() ? null : text());
  }

  private Batch batch() {
    return new Batch(random.nextInt(9), some(this::text), some(this::step));
  }

  private Step step() {
    List<String> nodes = some(this::text);
    return any(
        new Step.Leave(text(), nodes),
        new Step.Drain(nodes, span(), any(OnDeadline.values())),
        new Step.Delete(nodes),
        new Step.Verify(nodes, span()),
        new Step.Pause(nodes, span()),
        new Step.Confirm(nodes, text()));
  }

  private <T> List<T> some(java.util.function.Supplier<T> one) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> one.get()).toList();
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }

  private String text() {
    return any(TEXTS.toArray(String[]::new));
  }

  private Duration span() {
    return Duration.ofMillis(1 + random.nextLong(1_000_000_000L));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextLong(1L << 32), random.nextInt(1_000_000_000));
  }
}
