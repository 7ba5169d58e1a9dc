package io.ebb.api;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the calls of a connection within the quota: each attempt is admitted first. Safe for use
/// by many threads.
///
/// While there is plenty, nothing waits. When the rest gets small, reads are spread over the time
/// until there is plenty again. When only the reserve is left, everything waits but the calls that
/// finish what was begun, see [Reserve]. Of these, reads wait when only the last few calls are
/// left, which are for the changes that they decide about. A change never waits there: it is not
/// made long after the look that it was decided by.
///
/// While there is plenty, calls are booked in blocks, so that most attempts need no look at the
/// ledger, which may be a database.
final class CallBudget {
  private static final int BLOCK = 16;

  /// How many calls of the reserve are kept for changes, at most half of it.
  private static final int FOR_CHANGES = 5;

  /// How old a booking may be when the call is made; [CallLedger#WINDOW] allows for it.
  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final Duration TOLD_FROM = Duration.ofSeconds(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(4);

  private final ApiOptions options;
  private final CallLedger ledger;
  private final int all;
  private final int finishing;
  private final int open;
  private final int plenty;

  private Instant bookedAt = Instant.EPOCH;
  private int ready;
  private Instant lastPaced = Instant.EPOCH;
  private Instant heldAt = Instant.EPOCH;
  private Duration pause = FIRST_PAUSE;

  CallBudget(ApiOptions options) {
    this.options = options;
    this.ledger = options.quota().ledger();
    this.all = options.quota().callsPerHour();
    this.finishing = all - Math.min(FOR_CHANGES, options.quota().reserve() / 2);
    this.open = all - options.quota().reserve();
    this.plenty = Math.ceilDiv(open * 4, 5);
  }

  /// Why an attempt has to wait, and until when at least.
  private record Hold(Instant until, String why) {}

  /// Counts an attempt that is about to be made; waits until there is room for it.
  ///
  /// @param about what the call is about; asked only when it cannot be made
  /// @param deadline until when to wait
  /// @throws QuotaException when there is no room until then, the thread is interrupted while it
  ///   waits, which stays set, or its wait is broken off, see [Waits]; at once when there is no
  ///   room for a change that finishes what was begun
  void admit(Endpoint endpoint, Supplier<Subject> about, Instant deadline) {
    Optional<Hold> hold = book(endpoint.write());
    if (hold.isPresent()) {
      Wait wait = new Wait(endpoint, about, deadline);
      wait.lookFirst(hold.get());
      wait.outlast(hold.get());
    }
  }

  /// The service refused an attempt for its quota, although the ledger had room: others use the
  /// account too. All calls are held back for a while, longer each time in a row.
  ///
  /// @param sent when the attempt was made; what was on its way when the calls were held back
  ///   already says nothing new
  /// @return when calls go on
  synchronized Instant exhausted(Instant sent) {
    giveBack();
    Instant now = now();
    boolean turnedBack = heldAt.isAfter(now);
    if (turnedBack || !sent.isBefore(heldAt)) {
      boolean inARow = !turnedBack && now.isBefore(heldAt.plus(pause.multipliedBy(2)));
      pause = inARow ? longer(pause) : FIRST_PAUSE;
      heldAt = now;
      ledger.holdUntil(now.plus(pause));
    }
    return ledger.freeAt(now, open).orElse(now);
  }

  /// How much is used now.
  synchronized Budget standing() {
    Instant now = now();
    return new Budget(
        all,
        Math.max(0, ledger.used(now) - (counted(now) ? ready : 0)),
        all - open,
        ledger.freeAt(now, open).orElse(null));
  }

  /// Whether what was booked and not used is in the window still.
  private boolean counted(Instant now) {
    return bookedAt.plus(CallLedger.WINDOW).isAfter(now);
  }

  /// Gives back what was booked and not used.
  synchronized void giveBack() {
    if (ready > 0) {
      ledger.giveBack(bookedAt, ready);
      ready = 0;
    }
  }

  /// Books the attempt; tells what to wait for when that cannot be now.
  private synchronized Optional<Hold> book(boolean write) {
    Instant now = now();
    if (ready(now)) {
      ready--;
      return Optional.empty();
    }
    if (Reserve.isOpen()) {
      return one(now, write ? all : finishing);
    }
    return write ? one(now, open) : paced(now);
  }

  private boolean ready(Instant now) {
    boolean fresh = !now.isBefore(bookedAt) && now.isBefore(bookedAt.plus(FRESH));
    if (ready == 0 || !fresh) {
      giveBack();
      bookedAt = now;
      ready = ledger.book(now, BLOCK, plenty);
    }
    return ready > 0;
  }

  private Optional<Hold> one(Instant now, int most) {
    return ledger.book(now, 1, most) == 1
        ? Optional.empty()
        : Optional.of(new Hold(ledger.freeAt(now, most).orElse(now), why(ledger.used(now), most)));
  }

  /// When the service is out of calls before this count is, others have made the rest.
  private String why(int used, int most) {
    return used < most
        ? "the service takes no more calls, although only %d of %d are counted here: others use the"
                .formatted(used, all)
            + " account too"
        : "%d of the %d calls of an hour are used up".formatted(used, all);
  }

  /// Spreads the reads that are left over the time until there is plenty again.
  private Optional<Hold> paced(Instant now) {
    int left = Math.max(1, open - ledger.used(now));
    Duration full = Duration.between(now, ledger.freeAt(now, plenty).orElse(now));
    lastPaced = lastPaced.isAfter(now) ? now : lastPaced; // the clock may have been set back
    Instant turn = lastPaced.plus(full.dividedBy(left));
    if (turn.isAfter(now)) {
      return Optional.of(
          new Hold(turn, "reads go slowly, with %d calls left in this hour".formatted(left)));
    }
    Optional<Hold> hold = one(now, open);
    lastPaced = hold.isEmpty() ? now : lastPaced;
    return hold;
  }

  private Instant now() {
    return options.clocks().time().instant();
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /// The wait of one attempt.
  private final class Wait {
    private final Endpoint endpoint;
    private final Supplier<Subject> about;
    private final Instant deadline;
    private boolean told;

    Wait(Endpoint endpoint, Supplier<Subject> about, Instant deadline) {
      this.endpoint = endpoint;
      this.about = about;
      this.deadline = deadline;
    }

    void outlast(Hold first) {
      Optional<Hold> hold = Optional.of(first);
      while (hold.isPresent()) {
        pass(hold.get());
        hold = book(endpoint.write());
      }
    }

    private void pass(Hold hold) {
      if (hold.until().isAfter(deadline)) {
        throw refused(hold, tooLong(options.patience().quota()));
      }
      Duration span = Duration.between(now(), hold.until());
      if (!told && span.compareTo(TOLD_FROM) > 0) {
        told = true;
        options.listener().waiting(hold.why(), hold.until());
      }
      if (!Waits.pass(options.clocks().time(), span, hold.why())) {
        throw refused(hold, "the wait for room was interrupted");
      }
    }

    private static String tooLong(Duration patience) {
      return patience.isZero()
          ? "there is no time to wait for room"
          : "that will last longer than the %d min to wait".formatted(patience.toMinutes());
    }

    /// A change that finishes something was decided by a look: when it would have to wait, whoever
    /// makes it has to look again.
    void lookFirst(Hold hold) {
      if (endpoint.write() && Reserve.isOpen()) {
        throw refused(hold, "what was seen before a wait does not count after it");
      }
    }

    private QuotaException refused(Hold hold, String end) {
      Instant until = hold.until().truncatedTo(ChronoUnit.SECONDS);
      return new QuotaException(
          new Failure(
              endpoint.action(),
              about.get(),
              0,
              "%s, and %s".formatted(hold.why(), end),
              "there is room again at %s; try then, or ask for a larger quota".formatted(until)),
          hold.until());
    }
  }
}
