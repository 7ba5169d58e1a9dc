package io.ebb.script;

import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.run.Heartbeat;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.Orders;
import io.ebb.run.RunState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All calls that one script makes to the world outside, each with its answer: what has been
/// recorded is answered from the record, what has not is done, and recorded.
///
/// Nothing is written before the script changes something for the first time; until then the calls
/// are kept in memory. From [#begin] on each is written as it happens, and the lease of the
/// script's run is prolonged until this is closed. Belongs to the script's thread.
final class Transcript implements AutoCloseable {
  private static final String END = "(the script has ended)";

  private final Journal journal;
  private final Heartbeat heartbeat;
  private final Cancellation whole;
  private final InstantSource clock;
  private final Mask mask;
  private final Entry.Scripted first;
  private final List<Entry> kept = new ArrayList<>();
  private Consumer<Entry> listener = _ -> {};
  private final Deque<Entry.Replayed> recorded = new ArrayDeque<>();

  /// What was written of an order since the last call was answered.
  private final List<Entry> unanswered = new ArrayList<>();

  private @Nullable Lease lease;
  private Heartbeat.@Nullable Beat beat;
  private Instant present;
  private int number;

  /// Of what is carried out now: the script's own, or that of a block.
  private Cancellation cancellation;

  /// What is shown, and not written yet.
  private final Spool spool = new Spool();

  /// The numbers of the recorded answers to orders.
  private final Set<Integer> answered = new HashSet<>();

  /// Whether an order was placed that has not been answered.
  private boolean placed;

  /// Whether something may have been changed since the last block began.
  private boolean changed;

  /// The number of the last change that was ordered.
  private int ordered;

  /// That of a script which runs for the first time.
  ///
  /// @param cancellation of the script: errors that come of being stopped are no answers
  Transcript(
      Journal journal,
      Heartbeat heartbeat,
      Cancellation cancellation,
      InstantSource clock,
      Mask mask,
      Entry.Scripted first) {
    this.journal = journal;
    this.heartbeat = heartbeat;
    this.whole = cancellation;
    this.cancellation = cancellation;
    this.clock = clock;
    this.mask = mask;
    this.first = first;
    this.present = first.at();
  }

  /// The script goes on with a run that has stopped.
  ///
  /// @param taken the lease of the run
  /// @param standing those of its events that hold still
  void resume(Lease taken, List<Entry> standing) {
    hold(taken);
    for (Entry entry : standing) {
      switch (entry) {
        case Entry.Replayed replayed -> {
          recorded.add(replayed);
          if (!unanswered.isEmpty()) {
            answered.add(replayed.number());
          }
          unanswered.clear();
        }
        case Entry.Ordered order -> {
          ordered = order.change();
          unanswered.add(order);
        }
        case Entry.Intent _, Entry.Declined _, Entry.Receipt _, Entry.Adopted _ ->
            unanswered.add(entry);
        default -> {}
      }
    }
  }

  /// The script is a statement that comes after others, which have said this.
  ///
  /// @param next hears of what it says in turn
  void follow(List<Entry> before, Consumer<Entry> next) {
    kept.addAll(before);
    number = before.size();
    present = clock.instant();
    listener = next;
  }

  /// The script is about to change something: from here on its run exists, under this id.
  String begin() {
    return leased().run();
  }

  /// Whether the script has changed something, or is about to: its run exists.
  boolean begun() {
    return lease != null;
  }

  private Lease leased() {
    if (lease != null) {
      return lease;
    }
    Lease begun = journal.begin(first, null);
    hold(begun);
    kept.forEach(entry -> journal.write(begun, entry));
    kept.clear();
    return begun;
  }

  /// Whether the next call was begun before: an order of which nobody knows yet what came of it.
  boolean hasUnanswered() {
    return recorded.isEmpty() && !unanswered.isEmpty();
  }

  /// The place in the record of an order that is about to be carried out: from here on the script's
  /// run exists.
  ///
  /// @param call as one writes it
  Orders.Place place(String call) {
    Lease held = leased();
    if (unanswered.isEmpty()) {
      ordered++;
    }
    placed = true;
    changed = true;
    return new Orders.Place(held, ordered, mask.text(call), unanswered);
  }

  private void hold(Lease held) {
    lease = held;
    beat = heartbeat.of(held, whole);
  }

  /// The time that the script lives in: that of the last answer, which is the same when the script
  /// is run again.
  Instant present() {
    return present;
  }

  /// A number that is the same when the script is run again, and another one for other scripts.
  long seed() {
    return first.at().toEpochMilli();
  }

  /// Hears at once of a wish to cancel, and not at the next heartbeat.
  void heed() {
    if (lease != null && journal.renew(lease)) {
      whole.cancel();
    }
  }

  /// What is carried out from here on is asked to stop by this one; who asks the script asks it.
  void under(Cancellation part) {
    cancellation = part;
  }

  /// Something may have been changed by what is carried out.
  void changes() {
    changed = true;
  }

  /// Whether something may have been changed since the last block began.
  boolean changed() {
    return changed;
  }

  /// Whether nobody can say yet what came of the last order.
  boolean inDoubt() {
    return placed || hasUnanswered();
  }

  /// Whether what comes next has been said before.
  boolean repeats() {
    return !recorded.isEmpty();
  }

  /// Something was shown; it is written before the next call, unless it was before.
  void shown(byte[] text, int from, int count) {
    if (!repeats()) {
      spool.add(text, from, count);
    }
  }

  private void writeShown() {
    spool.take(mask).ifPresent(text -> keep(new Entry.Shown(clock.instant(), text)));
  }

  /// The answer to the call: from the record, or else by making it.
  ///
  /// @param call as one writes it
  /// @throws DifferentCallException when another call stands here in the record
  <T> T answer(String call, Form<T> form, Supplier<T> made) {
    String text = mask.text(call);
    number++;
    Entry.Replayed known = recorded.poll();
    if (known == null) {
      refuseOther(text);
      return record(text, made);
    } else if (known instanceof Entry.Called called && called.call().equals(text)) {
      present = called.at();
      changed |= answered.contains(called.number());
      return Answers.read(called.answer(), form);
    }
    refuseEnded(known);
    throw different(known.number(), known.call(), text);
  }

  /// What has failed comes to its end where it did the first time.
  private void refuseEnded(Entry.Replayed known) {
    if (known instanceof Entry.BlockEnded end && end.end() == Entry.BlockEnd.FAILED) {
      recorded.addFirst(known);
      number--;
      throw new FailedBeforeException();
    }
  }

  /// A block of a runbook begins.
  void blockBegan(String block) {
    number++;
    changed = false;
    Instant _ = marked(new Entry.BlockBegan(clock.instant(), number, mask.text(block)));
  }

  /// The block that began last ends, or one that never began: as this, or as it did the first time.
  Entry.BlockEnded blockEnded(
      String block, Entry.BlockEnd end, String note, String by, boolean withChanges) {
    number++;
    Entry.BlockEnded made =
        new Entry.BlockEnded(
            clock.instant(), number, mask.text(block), end, mask.text(note), by, withChanges);
    Entry.Replayed before = recorded.peek();
    Instant _ = marked(made);
    if (!(before instanceof Entry.BlockEnded known)) {
      return made;
    } else if (known.end() != end && known.end() != Entry.BlockEnd.FAILED) {
      throw different(known.number(), known.call() + ": " + known.end().label(), end.label());
    }
    return known;
  }

  /// How the block ended the first time that comes to its end next; empty when that is not known.
  Optional<Entry.BlockEnded> endedBefore() {
    return recorded.peek() instanceof Entry.BlockEnded end ? Optional.of(end) : Optional.empty();
  }

  /// A step of the script begins; when it began for the first time.
  Instant stepBegan(String name) {
    number++;
    return marked(new Entry.StepBegan(clock.instant(), number, mask.text(name)));
  }

  /// A step of the script ends; when it ended for the first time.
  Instant stepEnded(String name, boolean failed) {
    number++;
    return marked(new Entry.StepEnded(clock.instant(), number, mask.text(name), failed));
  }

  private Instant marked(Entry.Replayed mark) {
    Entry.Replayed known = recorded.poll();
    if (known == null) {
      refuseOther(mark.call());
      write(mark);
    } else if (!known.call().equals(mark.call())) {
      refuseEnded(known);
      throw different(known.number(), known.call(), mark.call());
    }
    present = known == null ? mark.at() : known.at();
    return present;
  }

  /// Lets others know what the script waits for, if it has a run.
  void waits(Entry.Waiting wait) {
    if (lease != null) {
      keep(wait);
    }
  }

  /// What was ordered, and not answered, comes first.
  private void refuseOther(String call) {
    for (Entry entry : unanswered) {
      if (entry instanceof Entry.Ordered order && !order.call().equals(call)) {
        throw different(number, order.call(), call);
      }
    }
  }

  private <T> T record(String call, Supplier<T> made) {
    T value;
    try {
      value = made.get();
    } catch (RuntimeException e) {
      if (Thrown.isAnswer(e) && !cancellation.cancelled()) {
        add(call, Answers.threw(e));
      }
      throw e;
    }
    add(call, Answers.gave(value));
    return value;
  }

  private void add(String call, String answer) {
    present = clock.instant();
    unanswered.clear();
    placed = false;
    write(new Entry.Called(present, number, call, mask.json(answer)));
  }

  private void write(Entry entry) {
    writeShown();
    listener.accept(entry);
    keep(entry);
  }

  private void keep(Entry entry) {
    if (lease == null) {
      kept.add(entry);
    } else {
      journal.write(lease, entry);
    }
  }

  /// How many calls are still to be answered from the record.
  int left() {
    return recorded.size();
  }

  /// Nothing more of the record is to come.
  ///
  /// @throws DifferentCallException when more calls were made the first time
  void checkComplete() {
    Entry.Replayed next = recorded.peek();
    if (next != null) {
      throw different(next.number(), next.call(), END);
    }
    number++;
    refuseOther(END);
  }

  /// The script has ended. Nothing is written when it has changed nothing.
  ///
  /// @param reason why it failed or was cancelled; empty otherwise
  void finish(RunState state, String reason) {
    end(new Entry.Finished(clock.instant(), state, mask.text(reason)));
  }

  /// The script was stopped, and can be gone on with.
  void interrupt(String reason) {
    end(new Entry.Interrupted(clock.instant(), mask.text(reason)));
  }

  private void end(Entry last) {
    close();
    if (lease != null) {
      writeShown();
      journal.write(lease, last);
    }
  }

  private DifferentCallException different(int at, String known, String made) {
    String run = Objects.requireNonNull(lease).run();
    return new DifferentCallException(run, at, known, made);
  }

  @Override
  public void close() {
    if (beat != null) {
      beat.close();
    }
  }
}
