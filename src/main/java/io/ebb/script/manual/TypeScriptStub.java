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
import java.util.stream.Stream;

/// The catalogue as TypeScript declarations, against which editors check scripts in JavaScript. The
/// kinds are interfaces in a namespace of their own, where none is taken for something else; what a
/// script can say without an object is global.
final class TypeScriptStub {
  private static final TypeScriptTypes INSIDE = new TypeScriptTypes("");
  private static final TypeScriptTypes GLOBAL = new TypeScriptTypes("Ebb.");

  private final Spelling spelling = new Spelling(Language.JAVASCRIPT);

  private TypeScriptStub() {}

  static String of(Catalogue catalogue, HeadTypes parameters) {
    TypeScriptStub stub = new TypeScriptStub();
    return Template.named("ehpc.d.ts")
        .with("MARK", "// " + EditorFiles.MARK)
        .with("KINDS", stub.kinds(catalogue).indent(2))
        .with("PARAMS", parameters.typescript().indent(4))
        .with("ROOTS", lines(catalogue.roots().sayings().stream().map(stub::root)))
        .with("ERRORS", lines(Arrays.stream(ErrorKind.values()).map(TypeScriptStub::error)))
        .filled();
  }

  private String kinds(Catalogue catalogue) {
    return catalogue.kinds().stream()
        .filter(kind -> !kind.name().equals(Saying.ROOTS))
        .map(this::kind)
        .collect(Collectors.joining("\n"));
  }

  private String kind(Catalogue.Entry kind) {
    boolean set = kind.name().equals(PythonStub.SET);
    String members = lines(kind.sayings().stream().map(this::member));
    return comment(List.of(spelling.prose(kind.doc())))
        + "interface "
        + TypeNames.type(kind.name())
        + (set ? " extends Iterable<Node>" : "")
        + " {\n"
        + (members + (set ? "/** How many nodes are in the set. */\nreadonly length: number;" : ""))
            .indent(2)
        + "}\n";
  }

  private String member(Saying saying) {
    String name = spelling.name(saying.name());
    return comment(about(saying))
        + (saying.fact()
            ? "readonly " + name + ": " + INSIDE.got(saying.gives()) + ";"
            : name + signature(saying, INSIDE) + ";");
  }

  private String root(Saying saying) {
    String name = spelling.name(saying.name());
    String type = name.equals(EditorFiles.PARAMS) ? "Ebb.Params" : GLOBAL.got(saying.gives());
    return comment(about(saying))
        + (saying.fact()
            ? "declare const " + name + ": " + type + ";"
            : "declare function " + name + signature(saying, GLOBAL) + ";");
  }

  private static String error(ErrorKind error) {
    return comment(List.of(error.doc()))
        + (error == ErrorKind.EHPC_ERROR
            ? """
            declare class EhpcError extends Error {
              /** The `ret_code` of the API; 0 when it was not the API that refused. */
              readonly code: number;
              /** What to do; empty when the message says all. */
              readonly hint: string;
              /** What it happened to; empty when unknown. */
              readonly resource: string;
            }\
            """
            : "declare class " + error.type() + " extends EhpcError {}");
  }

  /// `(nodes: Targets, options?: {drain?: Span}): Plan`. What a function gives that is handed in is
  /// given on.
  private String signature(Saying word, TypeScriptTypes types) {
    boolean works = word.inputs().stream().anyMatch(input -> input.shape() instanceof Shape.Work);
    List<String> inputs =
        new ArrayList<>(
            word.positional().stream()
                .map(input -> spelling.name(input.name()) + ": " + types.given(input))
                .toList());
    if (!word.options().isEmpty()) {
      inputs.add("options?: {\n" + options(word, types).indent(2) + "}");
    }
    String gives = works && word.gives() instanceof Shape.Any ? "T" : types.got(word.gives());
    return (works ? "<T>(" : "(") + String.join(", ", inputs) + "): " + gives;
  }

  private String options(Saying word, TypeScriptTypes types) {
    return lines(
        word.options().stream()
            .map(input ->
                comment(List.of(spelling.about(input)))
                    + spelling.name(input.name())
                    + "?: "
                    + types.given(input)
                    + ";"));
  }

  private List<String> about(Saying saying) {
    List<String> lines = new ArrayList<>();
    lines.add(spelling.prose(saying.doc()) + TypeNames.mark(saying.effect()));
    for (Input input : saying.positional()) {
      lines.add("@param " + spelling.name(input.name()) + " " + spelling.about(input));
    }
    if (!saying.fact()) {
      lines.add("@example " + spelling.example(saying));
    }
    return lines;
  }

  static String comment(List<String> lines) {
    if (lines.size() == 1) {
      return "/** " + lines.getFirst() + " */\n";
    }
    return lines.stream()
        .map(line -> " * " + line + "\n")
        .collect(Collectors.joining("", "/**\n", " */\n"));
  }

  private static String lines(Stream<String> parts) {
    return parts.map(part -> part + "\n").collect(Collectors.joining());
  }
}
