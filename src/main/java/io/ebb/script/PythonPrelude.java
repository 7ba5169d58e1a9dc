package io.ebb.script;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.manual.PythonTypes;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the catalogue's kinds as Python classes, with real signatures and docstrings. By plain
/// concatenation: this runs at every start.
final class PythonPrelude {
  private static final String NODES =
      """
              def __len__(self):
                  return self.count

              def __iter__(self):
                  return iter(self.items())

              def __getitem__(self, index):
                  chosen = self.items()[index]
                  return self.intersect(chosen) if type(index) is slice else chosen

              def __contains__(self, other):
                  return self.has(other)

              def __or__(self, others):
                  return self.union(others)

              def __and__(self, others):
                  return self.intersect(others)

              def __sub__(self, others):
                  return self.minus(others)
      """;

  private static final String ROOTS =
      """
              _stepped = step

              def step(self, name, work=None):
                  return _Step(self, name) if work is None else self._stepped(name, work)

              step.__doc__ = _stepped.__doc__
              _helped = help

              def help(self, about=None):
                  return self._helped(_topic(about))

              help.__doc__ = _helped.__doc__
      """;

  private PythonPrelude() {}

  static String kind(Catalogue.Entry kind) {
    String body =
        kind.sayings().stream()
            .map(saying -> saying.fact() ? fact(saying) : word(saying))
            .collect(Collectors.joining());
    String name = kind.name();
    String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return "    class "
        + type
        + "(_Thing):\n"
        + "        "
        + quoted(kind.doc())
        + "\n"
        + "        __slots__ = ()\n\n"
        + body
        + extras(kind)
        + "\n    _kinds[\""
        + name
        + "\"] = "
        + type
        + "\n";
  }

  /// Statements that publish the words and facts of `root`.
  static String roots(Catalogue.Entry roots) {
    return roots.sayings().stream().map(PythonPrelude::root).collect(Collectors.joining());
  }

  private static String root(Saying saying) {
    String name = Names.snake(saying.name());
    String value = name.equals("params") ? "_Params(root.params)" : "root." + name;
    return "            builtins." + name + " = " + value + "\n";
  }

  private static String fact(Saying fact) {
    return "        @property\n" + method(fact, "self", "]");
  }

  private static String word(Saying word) {
    List<String> positional = names(word.positional());
    List<String> options = names(word.options());
    StringBuilder signature = new StringBuilder("self");
    word.positional().forEach(each -> signature.append(", ").append(typed(each, "")));
    signature.append(options.isEmpty() ? "" : ", *");
    word.options().forEach(each -> signature.append(", ").append(typed(each, " | None")));
    String given = String.join(", ", positional) + "]";
    if (!options.isEmpty()) {
      given +=
          options.stream()
              .map(each -> '"' + each + "\": " + each)
              .collect(Collectors.joining(", ", ", {", "}"));
    }
    return method(word, signature.toString(), given);
  }

  /// A parameter with its type, as `help` and `inspect.signature` tell it.
  private static String typed(Input input, String orElse) {
    return Names.snake(input.name())
        + ": '"
        + PythonTypes.given(input)
        + orElse
        + (orElse.isEmpty() ? "'" : "' = None");
  }

  private static String method(Saying saying, String signature, String given) {
    return "        def "
        + Names.snake(saying.name())
        + "("
        + signature
        + ") -> '"
        + PythonTypes.got(saying.gives())
        + "':\n"
        + "            "
        + quoted(Names.snakeQuoted(saying.doc()))
        + "\n"
        + "            return _call(\""
        + saying.key()
        + "\", self, ["
        + given
        + ")\n\n";
  }

  private static List<String> names(List<Input> inputs) {
    return inputs.stream().map(input -> Names.snake(input.name())).toList();
  }

  private static String quoted(String doc) {
    return "\"\"\"" + doc.replace("\\", "\\\\").replace("\"\"\"", "'''") + "\"\"\"";
  }

  private static String extras(Catalogue.Entry kind) {
    return switch (kind.name()) {
      case "nodes" -> NODES;
      case "roots" -> ROOTS;
      default -> "";
    };
  }
}
