package io.ebb.script.manual;

import io.ebb.script.Language;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.ErrorKind;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The catalogue as Python stubs, against which pyright checks scripts: a module `ehpc` of the
/// kinds, and what is to be built in.
///
/// The module exists for checkers only. It keeps the names of the kinds out of the scripts, which
/// do not have them when they run.
final class PythonStub {
  /// The kind that is a set.
  static final String SET = "nodes";

  private static final String KEYWORDS_FOLLOW = "*";

  private final Spelling spelling = new Spelling(Language.PYTHON);

  private PythonStub() {}

  /// `ehpc.pyi`.
  static String kinds(Catalogue catalogue, HeadTypes parameters) {
    PythonStub stub = new PythonStub();
    return Template.named("ehpc.pyi")
        .with("MARK", "# " + EditorFiles.MARK)
        .with(
            "KINDS",
            catalogue.kinds().stream()
                .filter(kind -> !kind.name().equals(Saying.ROOTS))
                .map(stub::kind)
                .collect(Collectors.joining("\n")))
        .with("PARAMS", parameters.python().indent(4))
        .with(
            "ERRORS",
            Arrays.stream(ErrorKind.values())
                .map(PythonStub::error)
                .collect(Collectors.joining("\n")))
        .filled();
  }

  /// `__builtins__.pyi`.
  static String builtins(Catalogue catalogue) {
    PythonStub stub = new PythonStub();
    return Template.named("__builtins__.pyi")
        .with("MARK", "# " + EditorFiles.MARK)
        .with(
            "KINDS",
            catalogue.kinds().stream()
                .filter(kind -> !kind.name().equals(Saying.ROOTS))
                .map(kind -> TypeNames.type(kind.name()))
                .collect(Collectors.joining(", ")))
        .with(
            "ERRORS",
            Arrays.stream(ErrorKind.values())
                .map(error -> "from ehpc import " + error.type() + " as " + error.type())
                .collect(Collectors.joining("\n")))
        .with(
            "ROOTS",
            catalogue.roots().sayings().stream().map(stub::root).collect(Collectors.joining()))
        .filled();
  }

  private String kind(Catalogue.Entry kind) {
    String head =
        "class %s%s:\n    \"\"\"%s\"\"\"\n\n"
            .formatted(
                TypeNames.type(kind.name()),
                kind.row() ? "(TypedDict)" : "",
                spelling.prose(kind.doc()));
    String members =
        kind.sayings().stream()
            .map(saying -> kind.row() ? field(saying) : member(saying))
            .collect(Collectors.joining());
    String set = kind.name().equals(SET) ? Template.named("nodes.pyi").text() : "";
    return head + (members + set).indent(4);
  }

  private String field(Saying fact) {
    return "%s: %s\n\"\"\"%s\"\"\"\n"
        .formatted(
            spelling.name(fact.name()), PythonTypes.got(fact.gives()), spelling.prose(fact.doc()));
  }

  private String member(Saying saying) {
    return (saying.fact() ? "@property\n" : "") + function(saying, List.of("self"));
  }

  private String root(Saying saying) {
    String name = spelling.name(saying.name());
    if (!saying.fact()) {
      return works(saying)
          ? scope(saying) + "@overload\n" + function(saying, List.of())
          : function(saying, List.of());
    }
    String type = name.equals(EditorFiles.PARAMS) ? "Params" : PythonTypes.got(saying.gives());
    return name + ": " + type + "\n\"\"\"" + spelling.prose(saying.doc()) + "\"\"\"\n";
  }

  /// What takes a function can be used by `with` instead.
  private String scope(Saying word) {
    List<Input> others =
        word.inputs().stream().filter(input -> !(input.shape() instanceof Shape.Work)).toList();
    return "@overload\ndef %s(%s) -> AbstractContextManager[None, None]:\n%s"
        .formatted(
            spelling.name(word.name()), inputs(others, List.of()), docstring(word).indent(4));
  }

  private static boolean works(Saying saying) {
    return saying.inputs().stream().anyMatch(input -> input.shape() instanceof Shape.Work);
  }

  private String function(Saying saying, List<String> self) {
    boolean passes = works(saying) && saying.gives() instanceof Shape.Any;
    return "def %s(%s) -> %s:\n%s"
        .formatted(
            spelling.name(saying.name()),
            inputs(saying.inputs(), self),
            passes ? "T" : PythonTypes.got(saying.gives()),
            docstring(saying).indent(4));
  }

  private String inputs(List<Input> declared, List<String> self) {
    List<String> inputs = new ArrayList<>(self);
    for (Input input : declared) {
      String typed = spelling.name(input.name()) + ": " + PythonTypes.given(input);
      if (input.option() && !inputs.contains(KEYWORDS_FOLLOW)) {
        inputs.add(KEYWORDS_FOLLOW);
      }
      inputs.add(input.option() ? typed + " | None = None" : typed);
    }
    return String.join(", ", inputs);
  }

  private String docstring(Saying saying) {
    List<String> lines = new ArrayList<>();
    lines.add(spelling.prose(saying.doc()) + TypeNames.mark(saying.effect()));
    if (!saying.inputs().isEmpty()) {
      lines.add("\nArgs:");
      saying
          .inputs()
          .forEach(i -> lines.add("    " + spelling.name(i.name()) + ": " + spelling.about(i)));
    }
    if (!saying.fact()) {
      lines.add("\nExample:\n    " + spelling.example(saying));
    }
    String text = String.join("\n", lines).replace("\\", "\\\\");
    return "\"\"\"" + text + (lines.size() == 1 ? "" : "\n") + "\"\"\"";
  }

  private static String error(ErrorKind error) {
    String head =
        "class %s(%s):\n    \"\"\"%s\"\"\"\n"
            .formatted(
                error.type(),
                error == ErrorKind.EHPC_ERROR ? "Exception" : "EhpcError",
                error.doc());
    return error == ErrorKind.EHPC_ERROR
        ? head
            + """

                code: int
                \"""The `ret_code` of the API; 0 when it was not the API that refused.\"""
                hint: str
                \"""What to do; empty when the message says all.\"""
                resource: str
                \"""What it happened to; empty when unknown.\"""
            """
        : head;
  }
}
