package io.ebb.script;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Saying;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the kinds that are plain data to a script: records of ours.
final class Rows {
  private Rows() {}

  /// What the facts of the row are, in their order.
  static List<@Nullable Object> values(Catalogue.Entry kind, Object row) {
    List<@Nullable Object> values = new ArrayList<>();
    kind.facts().forEach(fact -> values.add(value(fact, row)));
    return values;
  }

  private static @Nullable Object value(Saying fact, Object row) {
    try {
      return fact.method().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(fact.key() + " cannot be read", e);
    }
  }
}
