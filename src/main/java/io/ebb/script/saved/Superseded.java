package io.ebb.script.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Leaves out what was said in vain: a name that got another meaning before anything used the
/// first, and a look that was taken again.
final class Superseded {
  private static final Set<String> FUNCTIONS = Set.of("function", "def", "lambda");

  private Superseded() {}

  /// Those that count, in their order.
  ///
  /// @param units in their order
  static List<Unit> leftOut(List<Unit> units, LastResults results) {
    List<Unit> kept = new ArrayList<>();
    for (int i = units.size() - 1; i >= 0; i--) {
      Unit unit = units.get(i);
      boolean vain =
          results.name(unit) == null
              && unit.single()
              && (redefined(unit, units.subList(0, i), kept) || lookedAgain(unit, kept));
      if (!vain) {
        kept.addFirst(unit);
      }
    }
    return kept;
  }

  private static boolean redefined(Unit unit, List<Unit> before, List<Unit> after) {
    if (unit.definitions().size() != 1 || !unit.definitions().getFirst().alone()) {
      return false;
    }
    Definition definition = unit.definitions().getFirst();
    String name = definition.names().getFirst();
    Optional<Unit> next = after.stream().filter(other -> other.mentions(name)).findFirst();
    return Sayings.onlyLooks(unit.code(), definition.value())
        && before.stream().noneMatch(other -> other.mentions(name) && holdsFunction(other))
        && next.filter(other -> onlyDefines(other, name, definition.sort())).isPresent();
  }

  /// Whether something may use the name later than it is said.
  private static boolean holdsFunction(Unit unit) {
    Code code = unit.code();
    return IntStream.range(0, code.size())
        .anyMatch(at -> code.isOneOf(at, FUNCTIONS) || (code.is(at, ">") && code.is(at - 1, "=")));
  }

  /// Whether it gives the name a value, and declares it if that must be.
  private static boolean onlyDefines(Unit unit, String name, Definition.Sort before) {
    if (!unit.single() || !unit.defines(name)) {
      return false;
    }
    Definition definition = unit.definitions().getFirst();
    return definition.alone()
        && (definition.sort() == before || before == Definition.Sort.ASSIGNED)
        && unit.code().mentioned(name) == 1;
  }

  private static boolean lookedAgain(Unit unit, List<Unit> after) {
    return unit.endsInExpression()
        && Sayings.onlyLooks(unit.code(), 0)
        && after.stream()
            .anyMatch(other ->
                other.language() == unit.language()
                    && other.code().text().equals(unit.code().text()));
  }
}
