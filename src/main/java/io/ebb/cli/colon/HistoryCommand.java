package io.ebb.cli.colon;

import io.ebb.script.Spoken;
import io.ebb.script.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `:history`: the statements of this session.
@Command(
    name = ":history",
    description = "List the statements of this session with their numbers.",
    footer = {
      "",
      "✗ marks those that failed, or that :reset has forgotten: :save leaves them out.",
      "",
      "  :history",
      "  :history 10",
      "  :history /retire/",
      "  :edit 12"
    })
final class HistoryCommand implements Runnable {
  private final Desk desk;

  @Parameters(
      arity = "0..1",
      paramLabel = "N|/REGEX/",
      description = "The last N, or those in which something matches.")
  private @Nullable String which;

  HistoryCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    List<Statement> all = desk.statements();
    int[] numbers = numbers(all);
    if (numbers.length == 0) {
      desk.tell(all.isEmpty() ? "nothing was said yet" : "there is no such statement");
    }
    Set<String> kept =
        all.isEmpty()
            ? Set.of()
            : desk.dialogue().said().stream()
                .map(Spoken::statement)
                .map(Statement::name)
                .collect(Collectors.toSet());
    String text =
        IntStream.of(numbers)
            .mapToObj(number -> line(number, all.get(number - 1), kept))
            .collect(Collectors.joining());
    desk.console().page(text);
  }

  private int[] numbers(List<Statement> all) {
    IntStream numbers = IntStream.rangeClosed(1, all.size());
    if (which == null) {
      return numbers.toArray();
    } else if (which.matches("\\d{1,9}")) {
      return numbers.skip(Math.max(0, all.size() - Integer.parseInt(which))).toArray();
    }
    Pattern wanted = pattern(which);
    return numbers.filter(n -> wanted.matcher(all.get(n - 1).text()).find()).toArray();
  }

  private static Pattern pattern(String which) {
    try {
      return Pattern.compile(
          which.length() > 1 && which.startsWith("/") && which.endsWith("/")
              ? which.substring(1, which.length() - 1)
              : Pattern.quote(which));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "%s is no pattern: %s".formatted(which, e.getDescription()), e);
    }
  }

  private static String line(int number, Statement statement, Set<String> kept) {
    String mark = kept.contains(statement.name()) ? " " : "✗";
    String head = "%5d  %-6s  %s ".formatted(number, statement.language().id(), mark);
    return head + statement.text().strip().replace("\n", "\n" + " ".repeat(head.length())) + "\n";
  }
}
