package io.ebb.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Under which name the deletion of nodes is sent first; the documentation has two.
public enum DeleteKey {
  /// As in the documentation's example, and by default.
  NODE_IDS,
  /// As in the documentation's table.
  NODE_LIST;

  static Optional<DeleteKey> parse(String text) {
    return Arrays.stream(values()).filter(key -> key.toString().equals(text)).findFirst();
  }

  /// The name as it is sent and as it is written in the settings: `node_ids`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
