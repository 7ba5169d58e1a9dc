package io.ebb.run;

import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A journal that lasts as long as the process. Safe for use by many threads.
public final class MemoryJournal implements Journal {
  private static final Owner SELF =
      new Owner("localhost", ProcessHandle.current().pid(), Instant.EPOCH);

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Kept> runs = new LinkedHashMap<>();
  private final Map<String, Instant> released = new HashMap<>();

  /// What is known of a run.
  private static final class Kept {
    final @Nullable String parent;
    final List<Entry> entries = new ArrayList<>();
    final Set<String> holds = new HashSet<>();
    long epoch = 1;
    boolean cancelAsked;

    Kept(@Nullable String parent) {
      this.parent = parent;
    }

    Entry.First first() {
      return (Entry.First) entries.getFirst();
    }

    String cluster() {
      return first() instanceof Entry.Began began ? began.plan().cluster() : "";
    }

    boolean isOf(String digest) {
      return first() instanceof Entry.Began began && began.plan().digest().equals(digest);
    }
  }

  @Override
  public synchronized Lease begin(Entry.First first, @Nullable String parent) {
    Kept kept = new Kept(parent);
    if (first instanceof Entry.Began(Instant _, Plan plan)) {
      refuseIfHeld(plan);
      plan.targets().forEach(target -> kept.holds.add(target.id()));
    }
    kept.entries.add(first);
    String id =
        parent == null
            ? "r-%s-%03d".formatted(day(first.at()), number(day(first.at()).toString()))
            : parent + "." + number(parent);
    runs.put(id, kept);
    return new Lease(id, kept.epoch);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private int number(String of) {
    return numbers.merge(of, 1, Integer::sum);
  }

  private void refuseIfHeld(Plan plan) {
    runs.forEach((holder, kept) -> {
      Set<String> hosts =
          plan.targets().stream()
              .filter(target -> kept.holds.contains(target.id()))
              .map(Target::host)
              .collect(Collectors.toSet());
      if (!hosts.isEmpty()) {
        throw RefusedException.held(plan, hosts, holder);
      }
    });
  }

  @Override
  public synchronized Optional<String> runOf(String digest) {
    return runs.entrySet().stream()
        .filter(run -> run.getValue().isOf(digest))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public synchronized Lease take(String run, Set<String> nodes, Instant at) {
    Kept kept = of(run);
    kept.epoch++;
    kept.holds.addAll(nodes);
    return new Lease(run, kept.epoch);
  }

  @Override
  public synchronized void write(Lease lease, Entry entry) {
    Kept kept = held(lease);
    kept.entries.add(entry);
    if (entry instanceof Entry.Settled settled && kept.holds.remove(settled.node().id())) {
      released.put(kept.cluster(), entry.at());
    } else if (entry instanceof Entry.Ended && !kept.holds.isEmpty()) {
      kept.holds.clear();
      released.put(kept.cluster(), entry.at());
    }
  }

  @Override
  public synchronized boolean renew(Lease lease) {
    return held(lease).cancelAsked;
  }

  private Kept held(Lease lease) {
    Kept kept = of(lease.run());
    if (kept.epoch != lease.epoch()) {
      throw new LeaseLostException("run " + lease.run() + " was taken over");
    }
    return kept;
  }

  @Override
  public synchronized void askToCancel(String run) {
    of(run).cancelAsked = true;
  }

  @Override
  public synchronized Set<String> heldBefore(String run) {
    Set<String> held = new HashSet<>();
    for (Map.Entry<String, Kept> other : runs.entrySet()) {
      if (other.getKey().equals(run)) {
        return held;
      }
      held.addAll(other.getValue().holds);
    }
    return held;
  }

  @Override
  public synchronized Set<String> held() {
    return runs.values().stream().flatMap(kept -> kept.holds.stream()).collect(Collectors.toSet());
  }

  @Override
  public synchronized boolean quietSince(String cluster, Instant moment) {
    return runs.values().stream()
            .noneMatch(kept -> kept.cluster().equals(cluster) && !kept.holds.isEmpty())
        && released.getOrDefault(cluster, Instant.MIN).isBefore(moment);
  }

  @Override
  public synchronized List<Entry> entries(String run) {
    return List.copyOf(of(run).entries);
  }

  @Override
  public synchronized RunHead head(String run) {
    Kept kept = of(run);
    Entry.First first = kept.first();
    Run ended = kept.entries.getLast() instanceof Entry.Ended(Instant _, Run whole) ? whole : null;
    return new RunHead(
        run,
        kept.parent,
        first instanceof Entry.Began began ? began.plan().title() : "",
        kept.cluster(),
        first instanceof Entry.Scripted,
        ended == null ? RunState.INTERRUPTED : ended.state(),
        first.at(),
        ended == null ? null : ended.endedAt(),
        SELF,
        first.at(),
        kept.cancelAsked,
        kept.entries.size());
  }

  @Override
  public synchronized List<RunHead> heads(int atMost) {
    return runs.keySet().stream().toList().reversed().stream()
        .limit(atMost)
        .map(this::head)
        .toList();
  }

  @Override
  public void close() {}

  private Kept of(String run) {
    Kept found = runs.get(run);
    if (found == null) {
      throw new NoSuchRunException("there is no run " + run + "; see ebb runs");
    }
    return found;
  }
}
