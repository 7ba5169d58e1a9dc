package io.ebb.script;

import io.ebb.run.Entry;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import io.ebb.run.RunState;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All calls that one script makes to the world outside, each with its answer: what has been
/// recorded is answered from the record, what has not is done, and recorded.
///
/// Nothing is written before the script changes something for the first time; until then the calls
/// are kept in memory. From [#begin] on each is written as it happens. Belongs to the script's
/// thread.
final class Transcript {
  private final Journal journal;
  private final InstantSource clock;
  private final Mask mask;
  private final Entry.Scripted first;
  private final List<Entry> kept = new ArrayList<>();
  private final Deque<Entry.Called> recorded = new ArrayDeque<>();
  private @Nullable Lease lease;
  private int number;

  private Transcript(Journal journal, InstantSource clock, Mask mask, Entry.Scripted first) {
    this.journal = journal;
    this.clock = clock;
    this.mask = mask;
    this.first = first;
  }

  /// That of a script which runs for the first time.
  static Transcript fresh(Journal journal, InstantSource clock, Mask mask, Entry.Scripted first) {
    return new Transcript(journal, clock, mask, first);
  }

  /// That of a script which is run again.
  ///
  /// @param entries of its run, from the first on
  static Transcript resumed(
      Journal journal, InstantSource clock, Mask mask, Lease lease, List<Entry> entries) {
    Transcript transcript =
        new Transcript(journal, clock, mask, (Entry.Scripted) entries.getFirst());
    transcript.lease = lease;
    for (Entry entry : entries) {
      if (entry instanceof Entry.Called called) {
        transcript.recorded.add(called);
      }
    }
    return transcript;
  }

  /// The answer to the call: from the record, or else by making it.
  ///
  /// @param call as one writes it
  /// @throws DifferentCallException when another call stands here in the record
  <T> T answer(String call, Form<T> form, Supplier<T> made) {
    String text = mask.text(call);
    number++;
    Entry.Called known = recorded.poll();
    if (known == null) {
      return record(text, made);
    } else if (!known.call().equals(text)) {
      throw different(known, text);
    }
    return Answers.read(known.answer(), form);
  }

  private <T> T record(String call, Supplier<T> made) {
    T value;
    try {
      value = made.get();
    } catch (RuntimeException e) {
      if (Thrown.isAnswer(e)) {
        add(call, Answers.threw(e));
      }
      throw e;
    }
    add(call, Answers.gave(value));
    return value;
  }

  private void add(String call, String answer) {
    write(new Entry.Called(clock.instant(), number, call, mask.json(answer)));
  }

  private void write(Entry entry) {
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

  /// Whether the next call will be answered from the record.
  boolean replaying() {
    return !recorded.isEmpty();
  }

  /// The script is about to change something: from here on its run exists, under this id.
  String begin() {
    if (lease == null) {
      Lease begun = journal.begin(first, null);
      kept.forEach(entry -> journal.write(begun, entry));
      kept.clear();
      lease = begun;
    }
    return lease.run();
  }

  /// The script has ended. Nothing is written when it has changed nothing.
  ///
  /// @param reason why it failed or was cancelled; empty otherwise
  /// @throws DifferentCallException when it made more calls the first time
  void finish(RunState state, String reason) {
    Entry.Called next = recorded.peek();
    if (next != null) {
      throw different(next, "(the script has ended)");
    } else if (lease != null) {
      write(new Entry.Finished(clock.instant(), state, mask.text(reason)));
    }
  }

  /// The script was stopped and can be run again.
  void interrupt(String reason) {
    if (lease != null) {
      write(new Entry.Interrupted(clock.instant(), mask.text(reason)));
    }
  }

  private DifferentCallException different(Entry.Called known, String made) {
    return new DifferentCallException(
        Objects.requireNonNull(lease).run(), known.number(), known.call(), made);
  }
}
