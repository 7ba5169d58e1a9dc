package io.ebb.cli;

import io.ebb.run.Journal;
import io.ebb.run.NoSuchRunException;
import io.ebb.run.RunHead;
import io.ebb.text.Suggestion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Parameters;

/// The run that a command is about.
final class RunParameter {
  /// Among so many runs a short name is looked for.
  private static final int REMEMBERED = 1000;

  /// So many are named where none is meant.
  private static final int SHOWN = 5;

  /// The number of a run of a day, and that of a part of it.
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})((?:\\.\\d+)*)");

  @Parameters(
      paramLabel = "RUN",
      description = "A run by its id, 001 for the first of today, or last for the youngest.")
  private String word = "";

  /// One that means this run, however many there are by now.
  static RunParameter of(String id) {
    RunParameter run = new RunParameter();
    run.word = id;
    return run;
  }

  /// How the run that is meant stands now.
  ///
  /// @throws NoSuchRunException when there is no such run; with what may have been meant
  Standing standing(Journal journal, InstantSource clock) {
    Instant now = clock.instant();
    return Standing.of(in(journal, now).id(), journal, now);
  }

  /// The run that is meant.
  ///
  /// @param now of which day a bare number is
  private RunHead in(Journal journal, Instant now) {
    List<RunHead> heads = journal.heads(REMEMBERED);
    if (word.equals("last")) {
      return heads.stream()
          .filter(head -> head.parent() == null)
          .findFirst()
          .orElseThrow(() -> new NoSuchRunException("there is no run yet"));
    }
    String id = today(now).orElse(word);
    try {
      return journal.head(id);
    } catch (NoSuchRunException _) {
      throw unknown(id, heads.stream().map(RunHead::id).toList());
    }
  }

  /// The id that a bare number stands for.
  private Optional<String> today(Instant now) {
    Matcher number = NUMBER.matcher(word);
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return number.matches()
        ? Optional.of(
            "r-%s-%03d%s".formatted(day, Integer.parseInt(number.group(1)), number.group(2)))
        : Optional.empty();
  }

  private static NoSuchRunException unknown(String id, List<String> ids) {
    String meant = Suggestion.of(id, ids);
    String known = Suggestion.of(id, ids.subList(0, Math.min(SHOWN, ids.size())));
    return new NoSuchRunException(
        "there is no run %s: %s".formatted(id, meant.startsWith("did you mean") ? meant : known));
  }
}
