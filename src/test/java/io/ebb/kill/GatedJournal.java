package io.ebb.kill;

import io.ebb.run.Entry;
import io.ebb.run.ForwardingJournal;
import io.ebb.run.Journal;
import io.ebb.run.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A journal that asks at a [JournalDoor] before and after each event is written.
public final class GatedJournal extends ForwardingJournal {
  private final Socket door;

  /// Hands on to that journal.
  ///
  /// @param port that of the door
  public GatedJournal(Journal journal, int port) {
    super(journal);
    try {
      door = new Socket(InetAddress.getLoopbackAddress(), port);
      door.setTcpNoDelay(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Lease begin(Entry.First first, @Nullable String parent) {
    return gated(first.getClass().getSimpleName(), () -> super.begin(first, parent));
  }

  @Override
  public Lease take(String run, Set<String> nodes, Instant at) {
    return gated("taking over", () -> super.take(run, nodes, at));
  }

  @Override
  public void write(Lease lease, Entry entry) {
    gated(
        entry.getClass().getSimpleName(),
        () -> {
          super.write(lease, entry);
          return lease;
        });
  }

  /// One write at a time: the moments of two must not be mixed up.
  private synchronized Lease gated(String what, Supplier<Lease> write) {
    pass(Moment.JOURNAL_BEFORE, what);
    Lease lease = write.get();
    pass(Moment.JOURNAL_AFTER, what);
    return lease;
  }

  private void pass(Moment moment, String what) {
    try {
      String line = moment.label() + " " + what + "\n";
      door.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
      if (door.getInputStream().read() < 0) {
        throw new IOException("nobody keeps the door");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
