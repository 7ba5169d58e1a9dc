package io.ebb.script;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.stream.Collectors;

/// Writes the catalogue's kinds as JavaScript classes. By plain concatenation: this runs at every
/// start, and formatting took longer than parsing what it wrote.
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
    return roots.sayings().stream().map(JavaScriptPrelude::root).collect(Collectors.joining());
  }

  private static String root(Saying saying) {
    String name = saying.name();
    String value = "root." + name;
    if (!saying.fact()) {
      value = "word(\"" + saying.key() + "\", " + givesNothing(saying) + ")";
      value = name.equals("help") ? "helping(" + value + ")" : value;
    } else if (name.equals("params")) {
      return ""; // may be other ones later on, in a dialogue
    }
    return "      publish(\"" + name + "\", " + value + ");\n";
  }

  private static String fact(Saying fact) {
    String call = "call(\"" + fact.key() + "\", this, [], null)";
    return "      get " + fact.name() + "() { return " + call + "; }\n";
  }

  private static String word(Saying word) {
    String call = "call(\"" + word.key() + "\", this, given, null)";
    String answer = givesNothing(word) ? "" : "return ";
    return "      " + word.name() + "(...given) { " + answer + call + "; }\n";
  }

  private static boolean givesNothing(Saying word) {
    return word.gives() instanceof Shape.Nothing;
  }

  private static String extras(Catalogue.Entry kind) {
    return kind.name().equals("nodes")
        ? """
              get length() { return this.count; }
              [iterator]() { return apply(valuesOf, this.items(), []); }
        """
        : "";
  }
}
