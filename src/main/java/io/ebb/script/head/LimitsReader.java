package io.ebb.script.head;

import io.ebb.cluster.NodeSet;
import io.ebb.cluster.NodeSetException;
import io.ebb.plan.Limits;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads the limits that the head of a script sets.
final class LimitsReader {
  private static final List<String> KEYS =
      List.of("keep-per-role", "keep-per-queue", "nodes-per-run", "percent-per-run", "protected");

  private LimitsReader() {}

  static Limits read(Section limits) {
    limits.only(KEYS);
    Limits none = Limits.defaults();
    return new Limits(
        limits.whole("keep-per-role", 0, Integer.MAX_VALUE, none.keepPerRole()),
        limits.whole("keep-per-queue", 0, Integer.MAX_VALUE, none.keepPerQueue()),
        limits.whole("nodes-per-run", 0, Integer.MAX_VALUE, none.maxNodes()),
        limits.whole("percent-per-run", 0, 100, none.maxPercent()),
        protectedNodes(limits));
  }

  /// Names and ranges only: limits are known before any cluster is.
  private static Set<String> protectedNodes(Section limits) {
    Set<String> names = new TreeSet<>();
    for (String set : limits.texts("protected")) {
      try {
        List<String> found = NodeSet.parse(set).expand();
        if (found.isEmpty()) {
          limits.complain("protected: \"" + set + "\" names no node");
        }
        names.addAll(found);
      } catch (NodeSetException e) {
        limits.complain("protected", e);
      }
    }
    return names;
  }
}
