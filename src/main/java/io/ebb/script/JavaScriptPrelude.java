package io.ebb.script;

import java.util.stream.Collectors;

/// Writes the catalogue's kinds as JavaScript classes.
final class JavaScriptPrelude {
  private JavaScriptPrelude() {}

  static String kind(Catalogue.Entry kind) {
    String body =
        kind.sayings().stream()
            .map(saying -> saying.fact() ? fact(saying) : word(saying))
            .collect(Collectors.joining());
    return "    " + kind.name() + ": class extends Thing {\n" + body + extras(kind) + "    },";
  }

  /// Statements that publish the words and facts of `root`.
  static String roots(Catalogue.Entry roots) {
    return roots.sayings().stream()
        .map(saying ->
            saying.fact()
                ? saying.name().equals("params")
                    ? "      publish(\"params\", strict(root.params));\n"
                    : "      publish(\"%1$s\", root.%1$s);\n".formatted(saying.name())
                : "      publish(\"%1$s\", freeze((...given) => root.%1$s(...given)));\n"
                    .formatted(saying.name()))
        .collect(Collectors.joining());
  }

  private static String fact(Catalogue.Saying fact) {
    return "      get %s() { return call(\"%s\", this, [], null); }\n"
        .formatted(fact.name(), fact.key());
  }

  private static String word(Catalogue.Saying word) {
    return "      %s(...given) { return call(\"%s\", this, given, null); }\n"
        .formatted(word.name(), word.key());
  }

  private static String extras(Catalogue.Entry kind) {
    return kind.name().equals("nodes")
        ? """
              get length() { return this.count; }
              [Symbol.iterator]() { return this.items()[Symbol.iterator](); }
        """
        : "";
  }
}
