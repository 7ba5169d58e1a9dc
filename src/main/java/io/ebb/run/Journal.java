package io.ebb.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What runs write down before and after each change, so that nothing is done twice, every run can
/// be resumed and somebody can tell later what was done. Events are only ever added. It also knows
/// which run holds which nodes, and which process carries out which run.
///
/// Implementations are safe for use by many threads. Every method throws [JournalException] when
/// the journal cannot be read or written.
public interface Journal extends AutoCloseable {

  /// The process that writes here, and on whose behalf.
  Owner self();

  /// Begins a run with its first event, whose lease this process holds. A run of a plan holds all
  /// targets of the plan from here on, each until it is settled or the run has ended.
  ///
  /// @param first [Entry.Began] for a run that carries out a plan, [Entry.Scripted] for one that
  ///   carries out a script
  /// @param parent the run of the script that applies the plan; null when none does. The run's id
  ///   is the parent's with a number behind it, else of its own: `r-2026-11-21-001`
  /// @throws RefusedException when another run holds one of the targets, or the plan was begun
  ///   before: of two that apply it at the same instant, one begins (rule 17)
  /// @throws LeaseLostException when the parent is carried out by another process by now
  Lease begin(Entry.First first, @Nullable String parent);

  /// The run that this plan was begun as, by [io.ebb.plan.Plan#digest]; empty when it never was.
  Optional<String> runOf(String digest);

  /// Takes over a run that this process is to go on with: the epoch rises, and who held the lease
  /// before stops before its next write.
  ///
  /// @param nodes the ids of the nodes that the run holds from here on, beside those that it holds
  /// @param at the time of the run
  /// @throws RefusedException when somebody who is alive holds the lease, or another run holds one
  ///   of the nodes
  Lease take(String run, Set<String> nodes, Instant at);

  /// Has the run of a script hold these nodes, beside those that it holds, until the word that is
  /// being carried out is answered: until [Entry.Called] or [Entry.Finished].
  ///
  /// @param cluster the id of their cluster
  /// @param nodes the ids of the nodes
  /// @throws RefusedException when another run holds one of them; then none is held
  /// @throws LeaseLostException when somebody else has taken the run over
  void hold(Lease lease, String cluster, Set<String> nodes);

  /// Adds an event and prolongs the lease. It is safely written when this returns. [Entry.Settled]
  /// releases its node, [Entry.Called] all nodes, [Entry.Ended] and [Entry.Finished] all nodes and
  /// the lease, [Entry.Interrupted] the lease alone.
  ///
  /// @throws LeaseLostException when somebody else has taken the run over; nothing was written
  void write(Lease lease, Entry entry);

  /// Prolongs the lease; whether somebody has asked for the run to be cancelled.
  ///
  /// @throws LeaseLostException when somebody else has taken the run over
  boolean renew(Lease lease);

  /// Asks whoever carries out the run to cancel it.
  void askToCancel(String run);

  /// The ids of the nodes held by runs that began before this one and have not ended.
  Set<String> heldBefore(String run);

  /// The runs that hold nodes, by the nodes' ids.
  Map<String, String> holders();

  /// The ids of the nodes that any run holds.
  default Set<String> held() {
    return holders().keySet();
  }

  /// Whether no run holds any node of the cluster, nor has held one at that moment or since.
  boolean quietSince(String cluster, Instant moment);

  /// The events of a run, in the order in which they were written.
  ///
  /// @throws NoSuchRunException when there is no such run
  /// @throws TamperedException when the events are not those that were written
  List<Entry> entries(String run);

  /// What the journal knows of a run without reading its events.
  ///
  /// @throws NoSuchRunException when there is no such run
  RunHead head(String run);

  /// The heads of the runs that began last, the youngest first.
  List<RunHead> heads(int atMost);

  /// The heads of the runs that the query asks for, the youngest first. Their events are not read.
  List<RunHead> find(RunQuery query, int atMost);

  /// The heads of the runs of the plans that a script has applied, in order; none of a run that
  /// carries out a plan.
  List<RunHead> parts(String run);

  @Override
  void close();
}
