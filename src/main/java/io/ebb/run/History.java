package io.ebb.run;

import io.ebb.plan.Batch;
import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import io.ebb.run.Entry.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A run of a plan as its events tell it: how far each node is, what it waits for, what came of it.
/// Immutable.
public final class History {
  private final Plan plan;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final List<NodeOutcome> unconfirmed = new ArrayList<>();
  private final Instant startedAt;
  private final ChangeRecords changes = new ChangeRecords();
  private final Map<String, NodeOutcome> settled = new LinkedHashMap<>();
  private final Map<String, Entry.GivenUp> givenUp = new HashMap<>();

  /// By node, the last change before it was given up: its way back comes later.
  private final Map<String, Integer> givenUpAfter = new HashMap<>();

  private final Map<String, Entry.Deadline> deadlines = new HashMap<>();
  private final Map<Integer, Entry.Asked> asked = new HashMap<>();
  private final Map<Integer, Boolean> answers = new HashMap<>();
  private final Map<String, String> confirmed = new HashMap<>();
  private final Map<Integer, Set<String>> allowed = new HashMap<>();
  private final Map<Integer, Integer> steps = new HashMap<>();
  private Entry.@Nullable Waiting waiting;
  private Entry.@Nullable Stopped stopped;
  private @Nullable Run ended;
  private boolean reopened;
  private boolean undoing;

  private History(Entry.Began began) {
    this.plan = began.plan();
    plan.targets().forEach(target -> targets.put(target.id(), target));
    this.startedAt = began.at();
  }

  /// What these events tell.
  ///
  /// @param entries of a run of a plan, from the first on
  /// @throws IllegalArgumentException when they do not begin with [Entry.Began]
  public static History of(List<Entry> entries) {
    if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Began began)) {
      throw new IllegalArgumentException("these are not the events of a run of a plan");
    }
    History history = new History(began);
    entries.forEach(history::add);
    return history;
  }

  private void add(Entry entry) {
    waiting = entry instanceof Entry.Waiting wait ? wait : null;
    switch (entry) {
      case Entry.Intent _, Entry.Declined _, Entry.Receipt _, Entry.Adopted _, Entry.Concluded _ ->
          changes.add(entry);
      case Entry.Deadline deadline ->
          deadlines.putIfAbsent(phase(deadline.batch(), deadline.phase()), deadline);
      case Entry.Asked question -> asked.put(question.batch(), question);
      case Entry.Answered answer -> answered(answer);
      case Entry.Confirmed answer ->
          confirmed.put(phase(answer.batch(), "step " + answer.step()), answer.answer());
      case Entry.Allowed(var _, int batch, List<String> jobs) -> allow(batch, jobs);
      case Entry.Stepped step -> steps.put(step.batch(), step.step());
      case Entry.GivenUp these -> these.nodes().forEach(node -> giveUp(node, these));
      case Entry.Stopped why -> stopped = why;
      case Entry.Settled(var _, NodeOutcome node) -> settled.put(node.id(), node);
      case Entry.Ended(var _, Run run) -> end(run);
      case Entry.Resumed resumed -> reopen(resumed.purpose());
      case Entry.Reconfirmed decided -> reconfirmed(decided);
      case Entry.Began _, Entry.Waiting _, Entry.Interrupted _ -> {}
      case Entry.Scripted _, Entry.Replayed _, Entry.Ordered _, Entry.Finished _ -> {}
      case Entry.Approved _, Entry.QueuesSeen _, Entry.Shown _, Entry.Edited _ -> {}
    }
  }

  private void reconfirmed(Entry.Reconfirmed decided) {
    unconfirmed.addAll(decided.unconfirmed());
    decided.accepted().forEach(target -> targets.replace(target.id(), target));
  }

  private void answered(Entry.Answered answer) {
    Entry.Asked question = asked.get(answer.batch());
    if (question != null) {
      boolean delete = answer.answer().equals(Asking.DELETE);
      answers.put(answer.batch(), delete);
      allow(answer.batch(), delete ? question.ids() : List.of());
    }
  }

  private void allow(int batch, Collection<String> jobs) {
    allowed.computeIfAbsent(batch, _ -> new HashSet<>()).addAll(jobs);
  }

  private static String phase(int batch, String phase) {
    return batch + " " + phase;
  }

  private void giveUp(String node, Entry.GivenUp why) {
    givenUp.put(node, why);
    givenUpAfter.put(node, lastChange());
  }

  private void end(Run run) {
    ended = run;
    undoing = false;
  }

  private void reopen(String purpose) {
    undoing |= purpose.equals(Entry.Resumed.UNDO);
    reopened |= ended != null;
    Set<String> again = reopenedFor(purpose);
    ended = null;
    settled.keySet().removeAll(again);
    givenUp.keySet().removeAll(again);
  }

  /// What the run carries out.
  public Plan plan() {
    return plan;
  }

  /// What it is carried out for, in the plan's order, each by its id, with what it is compared
  /// with.
  Map<String, Target> targets() {
    return Collections.unmodifiableMap(targets);
  }

  /// The nodes that the plan is carried out without, since nobody has confirmed them.
  List<NodeOutcome> unconfirmed() {
    return Collections.unmodifiableList(unconfirmed);
  }

  /// When it began.
  public Instant startedAt() {
    return startedAt;
  }

  /// Where each target stands, in the plan's order; [Outcome#OPEN] while it is not settled.
  public List<NodeOutcome> nodes() {
    return plan.targets().stream().map(this::outcome).toList();
  }

  private NodeOutcome outcome(Target target) {
    NodeOutcome known = settled.get(target.id());
    return known == null
        ? new NodeOutcome(
            target.id(), target.host(), Outcome.OPEN, new Standing(this).words(target))
        : known;
  }

  /// What it waits for; empty when the last event is another one.
  public Optional<Entry.Waiting> waiting() {
    return Optional.ofNullable(waiting);
  }

  /// What came of it; empty when it has not ended, or goes on again since.
  public Optional<Run> ended() {
    return Optional.ofNullable(ended);
  }

  /// Why nothing new is begun any more; empty when it is.
  public Optional<Entry.Stopped> stopped() {
    return Optional.ofNullable(stopped);
  }

  /// The outcome of a target, by its id; empty while it is not settled.
  public Optional<NodeOutcome> settled(String node) {
    return Optional.ofNullable(settled.get(node));
  }

  /// The changes of which it is not known what came of them, in the order in which they were begun.
  public List<ChangeRecord> open() {
    return changes.all().stream().filter(ChangeRecord::open).toList();
  }

  /// The ids of all operations that the run has begun.
  public Set<String> operations() {
    return changes.all().stream()
        .flatMap(change -> change.operation().stream())
        .collect(Collectors.toSet());
  }

  /// The number of the change that was begun last; 0 when none was.
  int lastChange() {
    return changes.lastNumber();
  }

  /// The last change that concerned the node; empty when none did.
  Optional<ChangeRecord> last(String node) {
    return changes.all().reversed().stream()
        .filter(change -> change.nodes().contains(node))
        .findFirst();
  }

  /// On which side the node is, by the changes of which it is known what came of them. What an
  /// operation of ours may have done counts as done: whoever undoes it looks first.
  public Side side(String node) {
    Side side = Side.IN;
    for (ChangeRecord change : changes.all()) {
      if (change.nodes().contains(node)) {
        side = after(change, side);
      }
    }
    return side;
  }

  private static Side after(ChangeRecord change, Side before) {
    boolean happened = change.ended(End.HAPPENED);
    boolean open = change.ended(End.OPEN);
    if (change.returns()) {
      return happened ? Side.IN : before;
    }
    if (change.leaves()) {
      boolean perhaps = change.ended(End.FAILED) || (open && change.operation().isPresent());
      return happened || perhaps ? Side.LEFT : before;
    }
    return happened || open ? Side.DOOMED : before;
  }

  /// Why the node will not be retired, although it is not settled yet: it is being put back.
  Optional<Entry.GivenUp> givenUp(String node) {
    return Optional.ofNullable(givenUp.get(node));
  }

  /// The change that was to put the node back since it was given up last; empty when none was
  /// begun. One of before the run had ended is another matter.
  Optional<ChangeRecord> wayBack(String node) {
    return last(node)
        .filter(ChangeRecord::returns)
        .filter(change -> change.number() > givenUpAfter.getOrDefault(node, 0));
  }

  /// The operation that was to put the node back, and had not ended when it was waited for last;
  /// empty when there is none.
  Optional<String> returning(String node) {
    return last(node)
        .filter(change -> change.returns() && change.ended(End.OPEN))
        .flatMap(ChangeRecord::operation);
  }

  /// The targets of the batch that are not settled.
  List<Target> unsettled(Batch batch) {
    return batch.nodes().stream()
        .filter(node -> !settled.containsKey(node))
        .flatMap(node -> Optional.ofNullable(targets.get(node)).stream())
        .toList();
  }

  /// Whether the node is kept because the plan does not delete it: nobody has given it up.
  boolean leftOut(String node) {
    NodeOutcome known = settled.get(node);
    return known != null && known.outcome() == Outcome.KEPT && !givenUp.containsKey(node);
  }

  /// Whether anything was begun for the batch.
  boolean begun(Batch batch) {
    return steps.containsKey(batch.number())
        || batch.nodes().stream().anyMatch(node -> last(node).isPresent());
  }

  /// Whether the batch has begun a later step than this one, by its place in the batch from 1.
  boolean past(Batch batch, int step) {
    return steps.getOrDefault(batch.number(), 0) > step;
  }

  /// When all nodes of the batch that have left their queues had done so at the latest; empty when
  /// none has.
  Optional<Instant> leftBy(Batch batch) {
    return changes.all().stream()
        .filter(change -> change.leaves() && change.ended(End.HAPPENED))
        .filter(change -> batch.nodes().containsAll(change.nodes()))
        .flatMap(change -> Optional.ofNullable(change.concluded()).stream())
        .map(end -> end.by() == null ? end.at() : end.by())
        .max(Instant::compareTo);
  }

  /// Until when a batch waits in a phase, as it was written first; empty when it does not yet.
  ///
  /// @param phase `drain`, `verify` or `pause`
  public Optional<Entry.Deadline> deadline(int batch, String phase) {
    return Optional.ofNullable(deadlines.get(phase(batch, phase)));
  }

  /// Whether nodes of the batch may be deleted under their jobs, as somebody has answered; empty
  /// when nobody was asked.
  public Optional<Boolean> answer(int batch) {
    return Optional.ofNullable(answers.get(batch));
  }

  /// What was answered when the plan asked whether to go on; empty when nobody was asked.
  ///
  /// @param step the step's place in the batch, from 1
  Optional<String> confirmed(int batch, int step) {
    return Optional.ofNullable(confirmed.get(phase(batch, "step " + step)));
  }

  /// The ids of the jobs of the batch that may be lost.
  public Set<String> allowed(int batch) {
    return Set.copyOf(allowed.getOrDefault(batch, Set.of()));
  }

  /// Whether it goes on again after it had ended.
  boolean reopened() {
    return reopened;
  }

  /// Whether somebody has begun to undo it, and it has not ended since: whoever goes on with it
  /// undoes it too.
  boolean undoing() {
    return undoing;
  }

  /// Whether there is something to undo: it has not ended, or it has with nodes that it has left
  /// out of their queue, or of which nobody could say what became of them.
  public boolean undoable() {
    return ended == null || !reopenedFor(Entry.Resumed.UNDO).isEmpty();
  }

  /// The ids of the settled nodes that a run goes on with again. To resume one that has ended is to
  /// look again at what is unknown; to undo it, to put back what was left out of its queue, too. To
  /// undo one that has not ended is to put back what the plan has left out so far.
  Set<String> reopenedFor(String purpose) {
    return settled.values().stream()
        .filter(node -> isAgain(node, purpose))
        .map(NodeOutcome::id)
        .collect(Collectors.toSet());
  }

  private boolean isAgain(NodeOutcome node, String purpose) {
    boolean out = purpose.equals(Entry.Resumed.UNDO) && side(node.id()) == Side.LEFT;
    return (out && leftOut(node.id())) || (ended != null && isInDoubt(node, out));
  }

  private static boolean isInDoubt(NodeOutcome node, boolean out) {
    return node.outcome() == Outcome.UNKNOWN || (out && node.outcome() == Outcome.FAILED);
  }
}
