package io.ebb.cli;

import io.ebb.cluster.Nodes;
import io.ebb.plan.Plan;
import io.ebb.repl.Console;
import io.ebb.run.Run;
import io.ebb.run.RunState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What a session shows of results: all of it, or as much as fits on the screen.
///
/// Safe for use by many threads.
final class Showing {
  /// What is left of the screen for the count below a list, and the prompt.
  private static final int BELOW = 3;

  /// A window that is lower than this shows nothing anyway.
  private static final int LEAST = 5;

  private final Common common;
  private final Console console;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Set<String> plans = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Plan plan;
  private volatile String cut = "";

  Showing(Common common, Console console) {
    this.common = common;
    this.console = console;
  }

  /// Shows a result.
  void show(@Nullable Object value) {
    if (value instanceof Plan shown) {
      plan = shown;
      plans.add(shown.digest());
    }
    Optional<String> line =
        common.seesTables() ? PlainLine.within(console.columns(), value) : Optional.empty();
    if (line.isPresent()) {
      common.output().println(line.get());
    } else if (value instanceof Run run
        && common.format() == Format.TABLE
        && told.contains(run.id())) {
      showAgain(run);
    } else if (value != null && common.seesTables() && isList(value)) {
      showBeginning(value);
    } else if (common.format() == Format.TABLE) {
      common.screen().showAlone(value);
    } else {
      common.screen().show(value);
    }
  }

  /// How the run ended stands above already.
  private void showAgain(Run run) {
    if (run.state() != RunState.RUNNING) {
      common.screen().showOutcomes(run);
    }
  }

  private static boolean isList(Object value) {
    return value instanceof List || (value instanceof Nodes nodes && nodes.size() != 1);
  }

  private void showBeginning(Object list) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    common.screen().to(out).show(list);
    String text = bytes.toString(StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    int room = Math.max(console.lines() - BELOW, LEAST);
    if (lines.size() <= room + 1) {
      common.output().print(text);
    } else {
      cut = text;
      lines.subList(0, room).forEach(common.output()::println);
      common.tell("… %d more rows; :more shows all".formatted(lines.size() - room));
    }
    common.output().flush();
  }

  /// Shows all of what was cut last; whether anything was.
  boolean more() {
    if (cut.isEmpty()) {
      return false;
    }
    console.page(cut);
    return true;
  }

  /// How the run ended has been told in a line.
  void told(Run run) {
    told.add(run.id());
  }

  /// That plan is what one speaks of now.
  void plan(Plan made) {
    plan = made;
  }

  /// Shows the plan to whoever is asked about it, unless it has been shown.
  void introduce(Plan asked) {
    plan = asked;
    if (!plans.contains(asked.digest()) && common.format() == Format.TABLE) {
      show(asked);
    } else if (!common.seesTables()) {
      common.explain(asked);
    }
  }

  /// The plan that was made or shown last.
  Optional<Plan> plan() {
    return Optional.ofNullable(plan);
  }
}
