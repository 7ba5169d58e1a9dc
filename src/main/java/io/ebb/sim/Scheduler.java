package io.ebb.sim;

import io.ebb.sim.Change.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts and ends the jobs of a cluster.
final class Scheduler {
  private final SimCluster cluster;

  Scheduler(SimCluster cluster) {
    this.cluster = cluster;
  }

  /// When the next job can start or ends; may be in the past.
  Instant nextEvent() {
    return cluster.jobs().live().stream()
        .map(this::nextEvent)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private Instant nextEvent(SimJob job) {
    return job.startsAt().equals(Instant.MAX) || places(job).isEmpty()
        ? job.endsAt()
        : job.startsAt();
  }

  /// Ends and starts what is due.
  void happen(Log log) {
    List<SimJob> jobs = List.copyOf(cluster.jobs().live());
    jobs.stream().filter(job -> !job.endsAt().isAfter(log.at())).forEach(job -> end(job, log));
    jobs.stream()
        .filter(job -> !job.startsAt().isAfter(log.at()))
        .forEach(job -> places(job).ifPresent(places -> start(job, places, log)));
  }

  private static void start(SimJob job, List<String> places, Log log) {
    job.start(places, log.at());
    log.job(Kind.JOB_STARTED, job);
  }

  private static void end(SimJob job, Log log) {
    job.end(log.at());
    log.job(Kind.JOB_FINISHED, job);
  }

  /// Where the job can start now; empty when it cannot.
  private Optional<List<String>> places(SimJob job) {
    SimJob.Facts facts = job.facts();
    if (!cluster.usable()) {
      return Optional.empty();
    }
    return facts.placed()
        ? freePlaces(facts)
        : Optional.of(facts.hosts()).filter(_ -> named(facts));
  }

  /// Whether all hosts the job names are in its queue.
  private boolean named(SimJob.Facts facts) {
    return facts.hosts().stream()
        .allMatch(host -> cluster.host(host).filter(node -> node.isIn(facts.queue())).isPresent());
  }

  private Optional<List<String>> freePlaces(SimJob.Facts facts) {
    Rent rent = facts.queue().facts().rent();
    if (rent != null) {
      return Optional.of(List.<String>of())
          .filter(_ -> used(facts.queue()) + facts.cores() <= rent.machines() * Rent.CORES);
    }
    List<String> places = new ArrayList<>();
    int missing = facts.cores();
    for (SimNode node : facts.queue().members()) {
      int free = node.ready() && missing > 0 ? node.facts().cpu() - used(node) : 0;
      if (free > 0) {
        places.add(node.host());
        missing -= free;
      }
    }
    return missing > 0 ? Optional.empty() : Optional.of(List.copyOf(places));
  }

  private int used(SimQueue queue) {
    return cluster.jobs().live().stream()
        .filter(job -> job.running() && job.facts().queue().equals(queue))
        .mapToInt(job -> job.facts().cores())
        .sum();
  }

  private int used(SimNode node) {
    return cluster.jobs().live().stream()
        .filter(job -> job.runsOn(node.host()))
        .mapToInt(job -> Math.ceilDiv(job.facts().cores(), job.hosts().size()))
        .sum();
  }
}
