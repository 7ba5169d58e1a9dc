package io.ebb.script;

import io.ebb.script.catalogue.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/// Looks at what the variables of a language hold, without running code of the user's. Belongs to
/// the thread of the language.
final class Holdings {
  private static final int MOST = 1_000;
  private static final int MOST_MEMBERS = 100;
  private static final int MOST_BRIEF = 60;

  private final Bridge bridge;

  Holdings(Bridge bridge) {
    this.bridge = bridge;
  }

  /// The variables by name, in the order in which they were defined.
  Map<String, Held> look() {
    Map<String, Held> all = new LinkedHashMap<>();
    Value variables = bridge.guest("variables");
    for (long i = 0; i < Math.min(variables.getArraySize(), MOST); i++) {
      Value each = variables.getArrayElement(i);
      all.put(each.getArrayElement(0).asString(), held(each));
    }
    return Collections.unmodifiableMap(all);
  }

  private Held held(Value variable) {
    Value value = variable.getArrayElement(1);
    if (bridge.ours(value) instanceof Shown ours) {
      String kind = Words.catalogue().kindOf(ours).orElseThrow().name();
      return new Held(new Shape.Thing(kind), ours.clusterId(), List.of(), cut(ours.brief()));
    }
    Value members = variable.getArrayElement(3);
    String brief = cut(variable.getArrayElement(2).asString());
    return members.isNull()
        ? new Held(shape(value), clusterOf(value), List.of(), brief)
        : new Held(new Shape.Named(new Shape.Any()), "", names(members), brief);
  }

  private static String cut(String brief) {
    return brief.length() <= MOST_BRIEF ? brief : brief.substring(0, MOST_BRIEF - 1) + "…";
  }

  private static List<String> names(Value members) {
    List<String> names = new ArrayList<>();
    for (long i = 0; i < Math.min(members.getArraySize(), MOST_MEMBERS); i++) {
      names.add(members.getArrayElement(i).asString());
    }
    return names;
  }

  private Shape shape(Value value) {
    if (value.isString()) {
      return new Shape.Text();
    } else if (value.isBoolean()) {
      return new Shape.Truth();
    } else if (value.isNumber()) {
      return value.fitsInBigInteger() ? new Shape.Whole() : new Shape.Decimal();
    } else if (value.isInstant()) {
      return new Shape.Moment();
    } else if (value.hasArrayElements()) {
      return new Shape.ListOf(element(value));
    }
    return new Shape.Any();
  }

  /// The type of a list's elements, by the first.
  private Shape element(Value list) {
    return list.getArraySize() > 0 && bridge.ours(list.getArrayElement(0)) instanceof Shown ours
        ? new Shape.Thing(Words.catalogue().kindOf(ours).orElseThrow().name())
        : new Shape.Any();
  }

  private String clusterOf(Value value) {
    return value.hasArrayElements()
            && value.getArraySize() > 0
            && bridge.ours(value.getArrayElement(0)) instanceof Shown ours
        ? ours.clusterId()
        : "";
  }
}
