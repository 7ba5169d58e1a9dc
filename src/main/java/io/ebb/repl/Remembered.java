package io.ebb.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jline.reader.History;
import org.jline.reader.impl.history.DefaultHistory;

/// What was typed in this session and, if there is a file for it, in those before.
final class Remembered extends DefaultHistory {
  private final Predicate<String> memorable;
  private final Notices notices;
  private Optional<HistoryFile> file;

  /// @param memorable whether a statement may be kept
  Remembered(Optional<Path> path, Predicate<String> memorable, Notices notices) {
    this.memorable = memorable;
    this.notices = notices;
    this.file = path.map(HistoryFile::new);
  }

  /// Takes in what was kept before.
  void read() {
    file.ifPresent(this::read);
  }

  /// Keeps a statement, unless it must not be kept or is the last one again.
  @Override
  public void add(Instant time, String text) {
    String statement = text.stripTrailing();
    if (statement.isBlank() || isLast(statement) || !memorable.test(statement)) {
      return;
    }
    internalAdd(time, statement);
    file.ifPresent(kept -> append(kept, statement));
  }

  /// All of it, oldest first.
  List<String> statements() {
    return StreamSupport.stream(spliterator(), false).map(History.Entry::line).toList();
  }

  private boolean isLast(String statement) {
    return !isEmpty() && get(last()).equals(statement);
  }

  private void read(HistoryFile kept) {
    try {
      kept.read().forEach(statement -> internalAdd(Instant.EPOCH, statement));
    } catch (IOException failure) {
      giveUp(kept, "read", failure);
    }
  }

  private void append(HistoryFile kept, String statement) {
    try {
      kept.append(statement);
    } catch (IOException failure) {
      giveUp(kept, "written", failure);
    }
  }

  private void giveUp(HistoryFile kept, String deed, IOException failure) {
    file = Optional.empty();
    notices.add(
        "The history "
            + kept.path()
            + " cannot be "
            + deed
            + " ("
            + failure.getClass().getSimpleName()
            + "): this session's lines are not kept.");
  }
}
