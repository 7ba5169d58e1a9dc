package io.ebb.script;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the catalogue's kinds as Python classes, with real signatures and docstrings.
final class PythonPrelude {
  private PythonPrelude() {}

  static String kind(Catalogue.Entry kind) {
    String body =
        kind.sayings().stream()
            .map(saying -> saying.fact() ? fact(saying) : word(saying))
            .collect(Collectors.joining());
    String name = Character.toUpperCase(kind.name().charAt(0)) + kind.name().substring(1);
    return """
        class %1$s(_Thing):
            %2$s
            __slots__ = ()
    %3$s%4$s
        _kinds["%5$s"] = %1$s
    """
        .formatted(name, quoted(kind.doc()), body, extras(kind), kind.name());
  }

  /// Statements that publish the words and facts of `root`.
  static String roots(Catalogue.Entry roots) {
    return roots.sayings().stream()
        .map(saying ->
            "            builtins.%1$s = %2$s\n"
                .formatted(
                    Names.snake(saying.name()),
                    saying.name().equals("params")
                        ? "_Params(root.params)"
                        : "root." + Names.snake(saying.name())))
        .collect(Collectors.joining());
  }

  private static String fact(Catalogue.Saying fact) {
    return """
            @property
            def %s(self):
                %s
                return _call("%s", self, [])

    """
        .formatted(Names.snake(fact.name()), quoted(fact.doc()), fact.key());
  }

  private static String word(Catalogue.Saying word) {
    List<String> positional = names(word.positional());
    List<String> options = names(word.options());
    String signature =
        Stream.of(
                Stream.of("self"),
                positional.stream(),
                options.stream().limit(1).map(_ -> "*"),
                options.stream().map(name -> name + "=None"))
            .flatMap(part -> part)
            .collect(Collectors.joining(", "));
    String named =
        options.isEmpty()
            ? ""
            : options.stream()
                .map(name -> '"' + name + "\": " + name)
                .collect(Collectors.joining(", ", ", {", "}"));
    return """
            def %s(%s):
                %s
                return _call("%s", self, [%s]%s)

    """
        .formatted(
            Names.snake(word.name()),
            signature,
            quoted(word.doc()),
            word.key(),
            String.join(", ", positional),
            named);
  }

  private static List<String> names(List<Catalogue.Input> inputs) {
    return inputs.stream().map(input -> Names.snake(input.name())).toList();
  }

  private static String quoted(String doc) {
    return "\"\"\"" + doc.replace("\\", "\\\\").replace("\"\"\"", "'''") + "\"\"\"";
  }

  private static String extras(Catalogue.Entry kind) {
    return kind.name().equals("nodes")
        ? """
                def __len__(self):
                    return self.count

                def __iter__(self):
                    return iter(self.items())

                def __getitem__(self, index):
                    return self.items()[index]

                def __contains__(self, other):
                    return self.has(other)

                def __or__(self, others):
                    return self.union(others)

                def __and__(self, others):
                    return self.intersect(others)

                def __sub__(self, others):
                    return self.minus(others)
        """
        : "";
  }
}
