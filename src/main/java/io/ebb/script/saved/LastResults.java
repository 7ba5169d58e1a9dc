package io.ebb.script.saved;

import io.ebb.script.Language;
import io.ebb.script.lexer.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Gives names to results that were taken up by `_`, which a script does not have.
final class LastResults {
  private static final String LAST = "_";
  private static final Set<String> BINDING = Set.of("for", "lambda", "const", "let", "var");
  private static final Set<String> NO_TARGETS =
      Set.of("for", "lambda", "const", "let", "var", "in", "of");
  private static final Pattern ALONE = Code.alone(LAST);

  private final Map<Unit, String> named = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Collection<Unit> units;

  private LastResults(Collection<Unit> units) {
    this.units = units;
  }

  /// Replaces `_` wherever it is the last result.
  static LastResults in(Collection<Unit> units) {
    LastResults results = new LastResults(units);
    Map<Language, Unit> last = new EnumMap<>(Language.class);
    for (Unit unit : units) {
      if (!unit.loaded() && takesUp(unit)) {
        results.replace(unit, last.get(unit.language()));
      }
      if (!unit.spoken().silent()) {
        last.put(unit.language(), unit);
      }
    }
    return results;
  }

  /// What a script cannot say.
  List<String> notes() {
    return notes;
  }

  /// The name of what a unit gives; null when nothing takes it up.
  @Nullable String name(Unit unit) {
    return named.get(unit);
  }

  private static boolean takesUp(Unit unit) {
    Code code = unit.code();
    return unit.mentions(LAST)
        && IntStream.range(0, code.size()).noneMatch(at -> code.is(at, LAST) && binds(code, at));
  }

  /// Whether the name is the statement's own here: a variable or a parameter.
  private static boolean binds(Code code, int at) {
    int before = at - 1;
    while (code.is(before, ",") || (code.isName(before) && !code.isOneOf(before, NO_TARGETS))) {
      before--;
    }
    int close = at;
    while (close < code.size() && code.depth(close) >= code.depth(at)) {
      close++;
    }
    return code.isOneOf(before, BINDING)
        || isArrow(code, at + 1)
        || (code.is(close, ")") && isArrow(code, close + 1))
        || isTarget(code, at);
  }

  private static boolean isArrow(Code code, int at) {
    return code.is(at, "=") && code.is(at + 1, ">");
  }

  /// Whether a value is given to it in its line.
  private static boolean isTarget(Code code, int at) {
    for (int i = at + 1; i < code.size() && !code.token(i).firstOfLine(); i++) {
      if (code.depth(i) == 0 && code.isAssignment(i)) {
        return !code.is(at + 1, ".");
      }
    }
    return false;
  }

  private void replace(Unit unit, @Nullable Unit source) {
    if (source == null || !source.endsInExpression()) {
      notes.add(
          unit.name() + " takes up the last result, _, which a script has not: give it a name");
      return;
    }
    String name = named.computeIfAbsent(source, _ -> fresh());
    Code code = unit.code();
    for (int at = 0; at < code.size(); at++) {
      Token token = code.token(at);
      if (code.is(at, LAST) && !code.isMember(at)) {
        unit.replace(token, name);
      } else if (code.computed(at)) {
        unit.replace(token, Code.inHoles(token, ALONE, name));
      }
    }
  }

  private String fresh() {
    Set<String> taken = new HashSet<>(named.values());
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> n == 1 ? "result" : "result" + n)
        .filter(name -> !taken.contains(name) && units.stream().noneMatch(u -> u.mentions(name)))
        .findFirst()
        .orElseThrow();
  }
}
