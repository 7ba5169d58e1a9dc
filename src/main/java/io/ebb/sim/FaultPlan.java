package io.ebb.sim;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a simulated service misbehaves: key `faults` of a scenario, or a file of its own.
/// `faults.yaml`, which comes with the simulator, explains the keys by example.
///
/// The same seed and the same sequence of requests meet the same faults.
///
/// @param seed the seed of all chance
/// @param dialect in what the service differs from the documented one
/// @param rules what goes wrong, and when
public record FaultPlan(long seed, Dialect dialect, List<Fault> rules) {
  private static final int SEEDS = 1_000_000;

  /// Copies the list.
  public FaultPlan {
    rules = List.copyOf(rules);
  }

  @JsonCreator
  static FaultPlan of(
      @Nullable Long seed, @Nullable Dialect dialect, @Nullable List<FaultRule> rules) {
    return new FaultPlan(
        seed == null ? new Random().nextInt(SEEDS) : seed,
        Objects.requireNonNullElse(dialect, Dialect.documented()),
        Objects.requireNonNullElse(rules, List.<FaultRule>of()).stream()
            .map(FaultRule::fault)
            .toList());
  }

  /// Nothing goes wrong, seed 0.
  public static FaultPlan none() {
    return new FaultPlan(0, Dialect.documented(), List.of());
  }

  /// Reads a plan from a YAML file. Without a seed in it, one is drawn.
  ///
  /// @throws ScenarioException when it cannot be read, has an unknown key or contradicts itself
  public static FaultPlan load(Path file) {
    return ScenarioFile.loadFaults(file);
  }

  /// Whether the service behaves as documented.
  public boolean isNone() {
    return rules.isEmpty() && dialect.equals(Dialect.documented());
  }

  /// How many rules, the variants and the seed, for people: `rules: 3, node-list-only, seed 7`.
  public String summary() {
    Stream<String> variants = dialect.variants().stream().map(Variant::word).sorted();
    return Stream.of(Stream.of("rules: " + rules.size()), variants, Stream.of("seed " + seed))
        .flatMap(part -> part)
        .collect(Collectors.joining(", "));
  }

  /// This plan in another dialect.
  public FaultPlan withDialect(Dialect other) {
    return new FaultPlan(seed, other, rules);
  }

  /// This plan with another seed.
  public FaultPlan withSeed(long other) {
    return new FaultPlan(other, dialect, rules);
  }
}
