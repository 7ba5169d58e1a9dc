package io.ebb.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was decided about the nodes of a plan that have changed since it was made, and that have to
/// be confirmed once more.
///
/// @param unconfirmed why the plan is carried out without these nodes, by their ids
/// @param accepted what the confirmed nodes are compared with from now on
public record Reconfirmation(Map<String, String> unconfirmed, List<Target> accepted) {

  /// Copies the map and the list, in their order.
  public Reconfirmation {
    unconfirmed = Collections.unmodifiableMap(new LinkedHashMap<>(unconfirmed));
    accepted = List.copyOf(accepted);
  }

  /// Nothing had to be decided.
  public static Reconfirmation none() {
    return new Reconfirmation(Map.of(), List.of());
  }

  /// Whether nothing had to be decided.
  public boolean isNone() {
    return unconfirmed.isEmpty() && accepted.isEmpty();
  }
}
