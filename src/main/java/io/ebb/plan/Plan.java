package io.ebb.plan;

import io.ebb.api.Budget;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;

/// What should happen, as data: made from one snapshot, carried out as it stands, nothing
/// recomputed. A plan with violations is a plan too; it is shown, and never applied.
///
/// @param id a short id, 4 hexadecimal digits
/// @param title what it does, in one line
/// @param cluster the cluster's id
/// @param queues the names for people of the queues that targets are in, by id
/// @param targets the frozen nodes, in the order in which they are retired
/// @param options how they are retired
/// @param verdicts what each guard found
/// @param batches what is done, in order; empty when there are violations
/// @param forecast what it will probably take, or would if it were not forbidden
/// @param budget how much of the call quota was used when it was made
/// @param madeAt the moment of the snapshot
/// @param expiresAt when the plan has become too old to be begun
public record Plan(
    String id,
    String title,
    String cluster,
    Map<String, String> queues,
    List<Target> targets,
    RetireOptions options,
    List<Verdict> verdicts,
    List<Batch> batches,
    Forecast forecast,
    Budget budget,
    Instant madeAt,
    Instant expiresAt) {

  /// Copies the lists.
  public Plan {
    queues = Map.copyOf(queues);
    targets = List.copyOf(targets);
    verdicts = List.copyOf(verdicts);
    batches = List.copyOf(batches);
  }

  /// All that forbids the plan; empty when it may be applied.
  public List<Violation> violations() {
    return verdicts.stream()
        .filter(Verdict::forbids)
        .flatMap(verdict -> verdict.violations().stream())
        .toList();
  }

  /// Whether this guard does not hold, and somebody has said why that is no matter.
  public boolean overrides(Guard guard) {
    return verdicts.stream()
        .anyMatch(verdict -> verdict.guard() == guard && !verdict.holds() && !verdict.forbids());
  }

  /// Whether no guard forbids it.
  public boolean applicable() {
    return verdicts.stream().noneMatch(Verdict::forbids);
  }

  /// What the plan is known by for ever: two plans have the same one only when they are the same.
  /// SHA-256, in 64 hexadecimal digits, over its JSON without blanks and with all names in order.
  public String digest() {
    return PlanJson.digest(this);
  }

  /// The target with this id.
  ///
  /// @throws NoSuchElementException when the plan has none
  public Target target(String id) {
    return targets.stream()
        .filter(target -> target.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("plan " + this.id + " has no node " + id));
  }

  /// The name for people of a queue that targets are in; its id when there is none.
  public String queue(String id) {
    return queues.getOrDefault(id, id);
  }

  /// The host names of these nodes in folded form, for example `node[3-5,9]`.
  ///
  /// @param ids ids of targets of this plan
  public String hosts(Collection<String> ids) {
    Set<String> named = Set.copyOf(ids);
    return Hosts.fold(
        targets.stream().filter(target -> named.contains(target.id())).map(Target::host).toList());
  }

  /// The ids of the nodes that the plan deletes; the others stay, out of their queue.
  public Set<String> deleted() {
    return batches.stream()
        .flatMap(batch -> batch.deleted().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The plan as people read it, line by line.
  public List<Line> lines() {
    return Description.of(this);
  }
}
