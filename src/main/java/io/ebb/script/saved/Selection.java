package io.ebb.script.saved;

import io.ebb.script.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The statements that are worth keeping, `_` in them replaced.
final class Selection {
  private final Set<String> startUp;
  private final LastResults results;
  private final List<Unit> units;

  /// @param startUp the names of statements that are kept only if others use what they define
  Selection(List<Spoken> said, Set<String> startUp) {
    this.startUp = startUp;
    List<Unit> all = said.stream().map(Unit::new).toList();
    this.results = LastResults.in(all);
    List<Unit> telling = all.stream().filter(this::tells).toList();
    this.units = used(Superseded.leftOut(telling, results));
  }

  /// Those that are kept, in their order.
  List<Unit> units() {
    return units;
  }

  LastResults results() {
    return results;
  }

  boolean startsUp(Unit unit) {
    return startUp.contains(unit.name());
  }

  private boolean tells(Unit unit) {
    boolean idle =
        unit.single()
            && unit.endsInExpression()
            && unit.definitions().isEmpty()
            && (Sayings.isHelp(unit.code()) || Sayings.callsNothing(unit.code()));
    return results.name(unit) != null || !idle;
  }

  private List<Unit> used(List<Unit> kept) {
    List<Unit> used = new ArrayList<>();
    for (Unit unit : kept.reversed()) {
      boolean needed =
          unit.definitions().stream()
              .flatMap(definition -> definition.names().stream())
              .anyMatch(name ->
                  used.stream().anyMatch(u -> u.language() == unit.language() && u.mentions(name)));
      if (!startsUp(unit) || needed) {
        used.addFirst(unit);
      }
    }
    return List.copyOf(used);
  }
}
