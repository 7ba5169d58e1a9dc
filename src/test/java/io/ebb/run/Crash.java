package io.ebb.run;

import io.ebb.api.CallListener;
import io.ebb.api.CallRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Lets a process die at a chosen point of those it passes: before and after each journal write,
/// and after each HTTP exchange. From then on it writes nothing and calls nobody, whatever still
/// runs of it.
///
/// A point before an exchange is the one after what was done last. Not safe for use by many
/// threads.
public final class Crash {
  private final BiPredicate<Integer, String> here;
  private final List<String> passed = new ArrayList<>();
  private boolean dead;

  /// The process has died: an error, so that nothing on the way takes it for a failure of a step.
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    private Killed(String where) {
      super("killed " + where);
    }
  }

  private Crash(BiPredicate<Integer, String> here) {
    this.here = here;
  }

  /// A process that dies at the point with this index, from 0.
  public static Crash at(int point) {
    return new Crash((index, _) -> index == point);
  }

  /// A process that dies when it passes that point for the first time, for example `after writing
  /// Receipt`.
  public static Crash when(String where) {
    return new Crash((_, passing) -> passing.equals(where));
  }

  /// A process that dies when it passes that point for the `time`th time, from 1.
  public static Crash when(String where, int time) {
    AtomicInteger times = new AtomicInteger();
    return new Crash((_, passing) -> passing.equals(where) && times.incrementAndGet() == time);
  }

  /// A process that does not die, whose points are counted.
  public static Crash never() {
    return new Crash((_, _) -> false);
  }

  /// The points passed so far, in words, for example `before writing Intent`; the one at which it
  /// died is the last.
  public List<String> passed() {
    return passed;
  }

  public boolean dead() {
    return dead;
  }

  /// Passes a point, or dies there.
  public void pass(String where) {
    if (dead) {
      throw new Killed("already " + passed.getLast());
    }
    dead = here.test(passed.size(), where);
    passed.add(where);
    if (dead) {
      throw new Killed(where);
    }
  }

  /// The listener, told of each call unless the process dies after it.
  public CallListener around(CallListener listener) {
    return new CallListener() {
      @Override
      public void called(CallRecord call) {
        pass("after calling " + call.path());
        listener.called(call);
      }

      @Override
      public void waiting(String why, Instant until) {
        listener.waiting(why, until);
      }
    };
  }

  /// The journal, as the process writes it until it dies.
  public Journal around(Journal journal) {
    return new ForwardingJournal(journal) {
      @Override
      public Lease begin(Entry.First first, @Nullable String parent) {
        pass("before beginning");
        Lease lease = super.begin(first, parent);
        pass("after beginning");
        return lease;
      }

      @Override
      public Lease take(String run, Set<String> nodes, Instant at) {
        pass("before taking over");
        Lease lease = super.take(run, nodes, at);
        pass("after taking over");
        return lease;
      }

      @Override
      public void write(Lease lease, Entry entry) {
        String name = entry.getClass().getSimpleName();
        pass("before writing " + name);
        super.write(lease, entry);
        pass("after writing " + name);
      }
    };
  }
}
