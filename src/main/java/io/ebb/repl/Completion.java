package io.ebb.repl;

import io.ebb.repl.completion.Candidate;
import io.ebb.text.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jspecify.annotations.Nullable;

/// Asks the conversation how a line may go on, for a short while only: a Tab that gets no answer
/// does nothing.
final class Completion implements Parser, Completer {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  /// A description shorter than this says nothing.
  private static final int SHORTEST_DESCRIPTION = 6;

  /// What stands around a description: a blank, two brackets, and the last column.
  private static final int BRACKETS = 4;

  private @Nullable Conversation conversation;
  private FutureTask<List<Candidate>> asked = new FutureTask<>(List::of);

  Completion() {
    asked.run();
  }

  /// Whom to ask from now on; null for nobody.
  void ask(@Nullable Conversation whom) {
    conversation = whom;
  }

  @Override
  public ParsedLine parse(String text, int cursor, ParseContext context) {
    List<Candidate> candidates =
        context == ParseContext.COMPLETE ? answer(text, cursor) : List.of();
    int start = candidates.stream().mapToInt(Candidate::start).min().orElse(cursor);
    return new CompletionLine(text, cursor, start, candidates);
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  @Override
  public void complete(
      LineReader reader, ParsedLine parsed, List<org.jline.reader.Candidate> into) {
    var line = (CompletionLine) parsed;
    listFirst(reader, line.candidates());
    int columns = reader.getTerminal().getSize().getColumns() - 1;
    int widest =
        line.candidates().stream().mapToInt(c -> Line.of(c.value()).width()).max().orElse(0);
    int room = columns - widest - BRACKETS;
    for (Candidate candidate : line.candidates()) {
      into.add(
          new org.jline.reader.Candidate(
              line.value(candidate),
              Line.of(candidate.value()).cut(columns).toString(),
              candidate.group(),
              description(candidate, room),
              null,
              null,
              candidate.finished(),
              into.size() + 1));
    }
  }

  /// Few are listed before one of them is chosen by the next Tab; among many one chooses at once,
  /// in a window to move in.
  private static void listFirst(LineReader reader, List<Candidate> candidates) {
    long lines = candidates.size() + candidates.stream().map(Candidate::group).distinct().count();
    if (lines <= reader.getTerminal().getSize().getRows() / 2) {
      reader.setOpt(LineReader.Option.AUTO_LIST);
    } else {
      reader.unsetOpt(LineReader.Option.AUTO_LIST);
    }
  }

  private static @Nullable String description(Candidate candidate, int room) {
    boolean fits = room >= SHORTEST_DESCRIPTION && !candidate.description().isEmpty();
    return fits ? Line.of(candidate.description()).cut(room).toString() : null;
  }

  private List<Candidate> answer(String text, int cursor) {
    Conversation whom = conversation;
    if (whom == null || !asked.isDone()) {
      return List.of();
    }
    asked = new FutureTask<>(() -> new ArrayList<>(whom.complete(text, cursor)));
    Thread.ofPlatform().daemon().name("completion").start(asked);
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException noAnswer) {
      asked.cancel(true);
      return List.of();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
