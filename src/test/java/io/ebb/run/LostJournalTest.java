package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.sim.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The journal fails: nothing more is sent, nothing is put back, and what is known is told.
final class LostJournalTest {
  private static final Scenario.Job ENDLESS =
      Scenario.Job.running("endless", "batch", List.of("node3"));

  @Test
  void whicheverWriteFailsNothingIsSentAfterIt() {
    int writes = writesOfAWholeRun();
    assertThat(writes).isGreaterThan(20);
    for (int nth = 1; nth <= writes; nth++) {
      try (SimulatedCluster cluster = SimulatedCluster.with()) {
        Failing journal = new Failing(cluster);
        journal.left = nth - 1;

        Run run = run(cluster, journal);

        assertThat(run.state()).as("write %d", nth).isEqualTo(RunState.INTERRUPTED);
        assertThat(run.stopped())
            .startsWith("the journal cannot be written: the disk is full")
            .endsWith("its lease has run out, within 30 s");
        assertThat(cluster.sent()).as("write %d", nth).isEqualTo(journal.sentBefore);
      }
    }
  }

  private static int writesOfAWholeRun() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      return cluster.journal.entries(run(cluster, cluster.journal).id()).size() - 1;
    }
  }

  @Test
  void anAcceptedChangeThatCannotBeWrittenIsTold() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = run(cluster, new Failing(cluster, Entry.Receipt.class::isInstance));

      assertThat(run.stopped())
          .containsPattern("the service has accepted change 1 as operation j-\\S+");
    }
  }

  @Test
  void aFailureThatPassesLetsOthersGoOn() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Run run = run(cluster, new Failing(cluster, Entry.Intent.class::isInstance));

      assertThat(run.stopped()).isEqualTo("the journal cannot be written: the disk is full");
      assertThat(cluster.written(run, Entry.Interrupted.class)).hasSize(1);
      assertThat(cluster.sent()).isZero();
    }
  }

  @Test
  void whenItCannotBeReadEitherTheRunTellsWhatItRemembers() {
    try (SimulatedCluster cluster = SimulatedCluster.with(ENDLESS)) {
      Failing journal = new Failing(cluster);
      cluster.whenWaitingFor(
          "job",
          () -> {
            journal.left = 0;
            journal.readable = false;
          });

      Run run = run(cluster, journal);

      assertThat(run.stopped()).contains("cannot be read either");
      assertThat(run.nodes())
          .extracting(NodeOutcome::outcome)
          .containsExactly(Outcome.OPEN, Outcome.OPEN);
      assertThat(run.nodes().getFirst().reason())
          .isEqualTo("not past the point of no return: it is out of its queue");
    }
  }

  @Test
  void holdsThatCannotBeReadStopTheRun() {
    try (SimulatedCluster cluster = SimulatedCluster.with()) {
      Failing journal = new Failing(cluster);
      journal.readable = false;

      Run run = run(cluster, journal);

      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(run.stopped()).startsWith("the journal cannot be read: the disk is full");
      assertThat(cluster.sent()).isZero();
    }
  }

  private static Run run(SimulatedCluster cluster, Journal journal) {
    return cluster.runBy(
        cluster.runner(journal, Duration.ofHours(1), System::nanoTime),
        cluster.plan("node3", "node4"));
  }

  /// Fails from some write on, or when an event of some kind is written; until then it knows how
  /// much was sent.
  private static final class Failing extends ForwardingJournal {
    private final SimulatedCluster cluster;
    private final Predicate<Entry> bad;
    private int left = Integer.MAX_VALUE;
    private boolean readable = true;
    private long sentBefore;

    Failing(SimulatedCluster cluster) {
      this(cluster, _ -> false);
    }

    Failing(SimulatedCluster cluster, Predicate<Entry> bad) {
      super(cluster.journal);
      this.cluster = cluster;
      this.bad = bad;
    }

    @Override
    public void write(Lease lease, Entry entry) {
      if (left == 0 || bad.test(entry)) {
        throw full();
      }
      left--;
      super.write(lease, entry);
      sentBefore = cluster.sent() + (entry instanceof Entry.Intent ? 1 : 0);
    }

    @Override
    public Set<String> heldBefore(String run) {
      return read(super.heldBefore(run));
    }

    @Override
    public List<Entry> entries(String run) {
      return read(super.entries(run));
    }

    private <T> T read(T value) {
      if (!readable) {
        throw full();
      }
      return value;
    }

    private static JournalException full() {
      return new JournalException("the disk is full", new IOException("no space left on device"));
    }
  }
}
