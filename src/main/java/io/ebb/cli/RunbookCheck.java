package io.ebb.cli;

import static java.util.Comparator.comparingInt;

import io.ebb.script.RunbookEngine;
import io.ebb.script.head.HeadException;
import io.ebb.script.runbook.Draft;
import io.ebb.script.runbook.Runbook;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells all that is wrong with a runbook at once: its head, its fences, and its code.
final class RunbookCheck {
  private RunbookCheck() {}

  /// The runbook, with which nothing is wrong.
  ///
  /// @throws HeadException with all that is wrong
  static Runbook of(Draft draft, RunbookEngine engine) {
    List<String> violations =
        Stream.concat(draft.violations().stream(), engine.violations(draft.runbook()).stream())
            .sorted(comparingInt(violation -> line(draft.runbook().file(), violation)))
            .toList();
    return new Draft(draft.runbook(), violations).sound();
  }

  /// The line that a violation names; 0, above all lines, when it names none.
  private static int line(String file, String violation) {
    Matcher named = Pattern.compile(Pattern.quote(file) + ":(\\d+):.*").matcher(violation);
    return named.matches() ? Integer.parseInt(named.group(1)) : 0;
  }
}
