package io.ebb.repl.completion;

import io.ebb.script.Held;
import io.ebb.script.Language;
import io.ebb.script.Words;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.catalogue.Shape;
import io.ebb.script.lexer.Lexer;
import io.ebb.script.manual.NoSuchTopicException;
import io.ebb.script.manual.Spelling;
import io.ebb.script.manual.TerminalManual;
import io.ebb.script.manual.Topic;
import io.ebb.text.Palette;
import io.ebb.text.Paragraph;
import io.ebb.text.Style;
import io.ebb.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells at the prompt what a variable, an expression or a word is, without evaluating anything.
public final class PromptHelp {
  private static final int INDENT = 2;

  private final Catalogue catalogue;
  private final Surroundings surroundings;

  /// For the words of this version of Ebb.
  public PromptHelp(Surroundings surroundings) {
    this.catalogue = Words.catalogue();
    this.surroundings = surroundings;
  }

  /// The text, ready to print; of what is unknown, the names that are nearest.
  ///
  /// @param line what is asked
  /// @param columns the width to keep to, where words allow it
  public String of(HelpLine line, Language language, Palette palette, int columns) {
    Code code = Code.of(language, Lexer.tokens(language, line.about()), "");
    Typing typing = new Typing(code, catalogue, surroundings.variables(language));
    Optional<Saying> saying = saying(code, typing);
    if (saying.isPresent()) {
      Topic topic = new Topic(List.of(), List.of(saying.get()), List.of());
      return TerminalManual.of(topic, language, palette, columns);
    }
    Optional<Held> held = Optional.ofNullable(surroundings.variables(language).get(line.about()));
    Meaning meaning = code.size() == 0 ? Meaning.UNKNOWN : typing.endingAt(code.size() - 1);
    Page page = new Page(language, palette, columns);
    if (meaning.shape() instanceof Shape.Thing(String kind)) {
      return page.object(
          line, held.map(Held::brief).orElse(""), catalogue.kind(kind).orElseThrow());
    } else if (held.isPresent() || !(meaning.shape() instanceof Shape.Any)) {
      return page.value(line, held, meaning);
    }
    return named(line.about(), language, palette, columns);
  }

  /// The word or fact of the catalogue that stands last.
  private Optional<Saying> saying(Code code, Typing typing) {
    int last = code.size() - 1;
    if (last < 0) {
      return Optional.empty();
    }
    Saying word = typing.endingAt(last).word();
    return Optional.ofNullable(word).or(() -> fact(code, typing, last));
  }

  /// An object that a fact gives tells more by itself.
  private Optional<Saying> fact(Code code, Typing typing, int last) {
    boolean object = typing.endingAt(last).shape() instanceof Shape.Thing;
    if (object || code.object(last) < 0) {
      return Optional.empty();
    }
    return typing.endingAt(code.object(last)).shape() instanceof Shape.Thing(String kind)
        ? Optional.ofNullable(catalogue.find(kind + "." + Names.camel(code.at(last).text())))
        : Optional.empty();
  }

  private String named(String about, Language language, Palette palette, int columns) {
    try {
      return TerminalManual.of(Topic.named(catalogue, about), language, palette, columns);
    } catch (NoSuchTopicException _) {
      String close = Suggestion.of(about, known(about, language));
      String advice = close.startsWith("did") ? close : ":help tells what there is";
      return "there is no \"%s\"; %s%n".formatted(about, advice);
    }
  }

  /// All that can be asked about; where it ends in a member, with the same object.
  private List<String> known(String about, Language language) {
    List<String> known = new ArrayList<>(surroundings.variables(language).keySet());
    int dot = about.lastIndexOf('.');
    if (dot > 0) {
      Completions completions = new Completions(surroundings);
      String object = about.substring(0, dot + 1);
      completions.at(language, object, object.length()).stream()
          .map(member -> object + member.value().replaceFirst("\\(.*", ""))
          .forEach(known::add);
    }
    surroundings.commands().forEach(command -> known.add(command.name()));
    for (Catalogue.Entry kind : catalogue.kinds()) {
      known.add(kind.name());
      kind.sayings().forEach(saying -> known.add(language.spell(saying.name())));
    }
    return known;
  }

  /// How it is laid out.
  private record Page(Language language, Palette palette, int columns) {

    String object(HelpLine line, String brief, Catalogue.Entry kind) {
      String head = title(line.about(), brief.isEmpty() ? kind.name() : brief);
      if (line.full()) {
        Topic topic = new Topic(List.of(kind), List.of(), List.of());
        return head + "\n" + TerminalManual.of(topic, language, palette, columns);
      }
      return head
          + indented(new Spelling(language).prose(kind.doc()).replace("`", ""))
          + list("facts", kind.facts())
          + list("words", kind.words())
          + indented(more(line.about(), kind));
    }

    String value(HelpLine line, Optional<Held> held, Meaning meaning) {
      String brief = held.map(Held::brief).orElse("");
      String type = Spelling.type(meaning.shape());
      String members = String.join(", ", meaning.members());
      return title(line.about(), type + (brief.isEmpty() ? "" : ", " + brief))
          + (members.isEmpty() ? "" : indented(members));
    }

    private String more(String about, Catalogue.Entry kind) {
      String one = about + "." + language.spell(kind.sayings().getLast().name());
      return "%s?? tells of each, %s? of one".formatted(about, one);
    }

    private String title(String name, String what) {
      return palette.paint(Style.BOLD, name) + ": " + what + "\n";
    }

    private String list(String label, List<Saying> sayings) {
      String names =
          sayings.stream()
              .map(saying -> language.spell(saying.name()) + (saying.fact() ? "" : "()"))
              .collect(Collectors.joining(", "));
      return sayings.isEmpty() ? "" : indented(label + ": " + names);
    }

    private String indented(String prose) {
      return Paragraph.wrap(prose, Math.max(20, columns - INDENT)).stream()
          .map(line -> " ".repeat(INDENT) + line + "\n")
          .collect(Collectors.joining());
    }
  }
}
