package io.ebb.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// The variables that the examples of the catalogue take for granted.
final class ExampleVariables {
  /// Each is made of those before it, the same way in both languages.
  private static final SequencedMap<String, String> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("cluster", "ehpc.cluster(\"ehpc-8jqdq0mz\")");
    VALUES.put("queue", "cluster.queue(\"vis\")");
    VALUES.put("nodes", "cluster.nodes()");
    VALUES.put("node", "cluster.nodes().named(\"node12\").items()[0]");
    VALUES.put("job", "cluster.jobs()[0]");
    VALUES.put("plan", "cluster.plan(\"rack 4\").fence(\"node[27-28]\")");
    VALUES.put("run", "cluster.retire(\"node29\").apply()");
    VALUES.put("operation", "[run, cluster.operations()][1][0]");
  }

  /// To have one of these, something has to be changed first.
  private static final List<String> CHANGED = List.of("run", "operation");

  private ExampleVariables() {}

  /// Lines that declare what the example needs.
  static String declared(String example, Language language) {
    StringBuilder lines = new StringBuilder();
    String needing = example;
    for (Map.Entry<String, String> each : VALUES.reversed().entrySet()) {
      if (names(needing, each.getKey())) {
        String line = declaration(language) + each.getKey() + " = " + each.getValue() + "\n";
        lines.insert(0, line);
        needing += line.substring(line.indexOf('='));
      }
    }
    return lines.toString();
  }

  static boolean changeSomething(String example) {
    return CHANGED.stream().anyMatch(variable -> names(example, variable));
  }

  private static String declaration(Language language) {
    return switch (language) {
      case JAVASCRIPT -> "const ";
      case PYTHON -> "";
    };
  }

  /// Whether the variable is read in this code, outside its texts.
  private static boolean names(String code, String variable) {
    String bare = code.replaceAll("\"[^\"]*\"", "");
    return Pattern.compile("(?<![.\\w])" + variable + "(?![\\w(:=])").matcher(bare).find();
  }
}
