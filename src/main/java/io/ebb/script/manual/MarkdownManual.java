package io.ebb.script.manual;

import io.ebb.script.Language;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.ErrorKind;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The whole manual as one page of Markdown: how to write a script, and all that it can say.
public final class MarkdownManual {
  private final Spelling javascript = new Spelling(Language.JAVASCRIPT);
  private final Spelling python = new Spelling(Language.PYTHON);

  private MarkdownManual() {}

  /// The page. Ends with a line feed.
  public static String of(Catalogue catalogue) {
    MarkdownManual manual = new MarkdownManual();
    return Template.named("words.md")
        .with("INDEX", manual.index(catalogue.kinds()))
        .with("KINDS", joined(catalogue.kinds().stream().map(manual::kind).toList()))
        .with("ERRORS", errors())
        .filled();
  }

  private String index(List<Catalogue.Entry> kinds) {
    return "| Object | Facts | Words |\n|---|---|---|\n"
        + kinds.stream().map(this::row).collect(Collectors.joining("\n"));
  }

  private String row(Catalogue.Entry kind) {
    return "| [%s](#%s) | %s | %s |"
        .formatted(
            title(kind),
            title(kind).toLowerCase(Locale.ROOT),
            listed(kind.facts()),
            listed(kind.words()));
  }

  private static String listed(List<Saying> sayings) {
    return sayings.stream().map(s -> "`" + s.name() + "`").collect(Collectors.joining(", "));
  }

  private static String title(Catalogue.Entry kind) {
    return kind.name().equals(Saying.ROOTS) ? "everywhere" : kind.name();
  }

  private String kind(Catalogue.Entry kind) {
    StringBuilder out = new StringBuilder("## " + title(kind) + "\n\n" + kind.doc());
    if (kind.row()) {
      out.append(" Plain data: an object in JavaScript, a `dict` in Python.");
    }
    if (!kind.facts().isEmpty()) {
      out.append("\n\n| Fact | What it is | |\n|---|---|---|");
      kind.facts().forEach(fact -> out.append('\n').append(fact(fact)));
    }
    kind.words().forEach(word -> out.append("\n\n").append(word(word)));
    return out.toString();
  }

  private String fact(Saying fact) {
    String name = both(javascript.name(fact.name()), python.name(fact.name()));
    return "| %s | %s | %s |".formatted(name, cell(TypeNames.of(fact.gives())), cell(fact.doc()));
  }

  private String word(Saying word) {
    StringBuilder out = new StringBuilder("### " + word.said() + "\n\n");
    out.append(both(javascript.usage(word), python.usage(word)));
    out.append(" → ").append(TypeNames.of(word.gives()));
    out.append("\n\n").append(word.doc()).append(TypeNames.mark(word.effect()));
    if (!word.inputs().isEmpty()) {
      out.append("\n\n| Parameter | What is given | |\n|---|---|---|");
      word.inputs().forEach(input -> out.append('\n').append(input(input)));
    }
    return out.append("\n\n").append(examples(word)).toString();
  }

  private String input(Input input) {
    String name = both(javascript.name(input.name()), python.name(input.name()));
    return "| %s | %s | %s |"
        .formatted(name, cell(TypeNames.of(input)), cell(javascript.about(input)));
  }

  private static String examples(Saying word) {
    if (word.javascript().equals(word.python())) {
      return fenced("js", word.javascript());
    }
    return fenced("js", word.javascript()) + "\n\n" + fenced("python", word.python());
  }

  private static String fenced(String language, String code) {
    return "```" + language + "\n" + code + "\n```";
  }

  private static String both(String javascript, String python) {
    return javascript.equals(python)
        ? "`" + javascript + "`"
        : "`" + javascript + "`, in Python `" + python + "`";
  }

  private static String errors() {
    return Arrays.stream(ErrorKind.values())
        .map(error -> "| `%s` | %s |".formatted(error.type(), error.doc()))
        .collect(Collectors.joining("\n", "| Error | |\n|---|---|\n", ""));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String joined(List<String> parts) {
    return String.join("\n\n", parts);
  }
}
