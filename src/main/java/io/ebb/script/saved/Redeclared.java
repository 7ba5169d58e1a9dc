package io.ebb.script.saved;

import io.ebb.script.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes of the declarations of a session in JavaScript, where a name may be declared again, those
/// of a script, where it may not: `const` stays where it can; a name that is plainly declared again
/// is `let` first and then assigned; what is more involved is `var`.
final class Redeclared {
  /// Where something is declared.
  private record Place(Unit unit, Definition definition) {}

  private final Map<String, List<Place>> places = new HashMap<>();

  /// What is used before it is declared.
  private final Set<String> early = new HashSet<>();

  private Redeclared() {}

  /// Changes the units, which are those of a script in their order.
  static void mend(List<Unit> units) {
    Redeclared names = new Redeclared();
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).language() == Language.JAVASCRIPT) {
        names.collect(units.get(i), units.subList(0, i));
      }
    }
    List<Place> all = names.places.values().stream().flatMap(List::stream).distinct().toList();
    all.forEach(names::mend);
  }

  private void collect(Unit unit, List<Unit> before) {
    for (Definition definition : unit.definitions()) {
      if (definition.sort() != Definition.Sort.ASSIGNED) {
        for (String name : definition.names()) {
          if (!places.containsKey(name) && before.stream().anyMatch(u -> uses(u, name))) {
            early.add(name);
          }
          places.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Place(unit, definition));
        }
      }
    }
  }

  private static boolean uses(Unit unit, String name) {
    return unit.language() == Language.JAVASCRIPT && unit.mentions(name);
  }

  private void mend(Place place) {
    Definition definition = place.definition();
    List<String> names = definition.names();
    boolean involved =
        names.stream().anyMatch(early::contains) || !names.stream().allMatch(this::plain);
    if (names.stream().noneMatch(this::troubles)) {
      return;
    }
    switch (definition.sort()) {
      case DECLARED -> declare(place, involved);
      case FUNCTION, CLASS -> {
        int start = place.unit().code().token(definition.start()).start();
        place.unit().insert(start, "var " + names.getFirst() + " = ");
      }
      case ASSIGNED -> {}
    }
  }

  private List<Place> places(String name) {
    return places.getOrDefault(name, List.of());
  }

  private boolean troubles(String name) {
    return early.contains(name) || places(name).size() > 1;
  }

  private boolean plain(String name) {
    return places(name).stream().allMatch(place -> place.definition().alone());
  }

  private void declare(Place place, boolean involved) {
    Code code = place.unit().code();
    int keyword = place.definition().start();
    if (involved) {
      place.unit().replace(code.token(keyword), "var");
    } else if (first(place)) {
      place.unit().replace(code.token(keyword), "let");
    } else {
      int value = code.token(keyword + 1).start();
      place.unit().replace(code.token(keyword).start(), value, "");
    }
  }

  private boolean first(Place place) {
    String name = place.definition().names().getFirst();
    return places(name).getFirst().equals(place);
  }
}
