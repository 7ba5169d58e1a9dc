package io.ebb.script.manual;

import io.ebb.script.Language;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.ErrorKind;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import io.ebb.text.Palette;
import java.util.List;

/// The manual as a terminal shows it: each thing with what is said of it below, so that it can be
/// read at any width.
public final class TerminalManual {
  private final Spelling spelling;
  private final Page page;

  private TerminalManual(Spelling spelling, Page page) {
    this.spelling = spelling;
    this.page = page;
  }

  /// The text, ready to print. Kinds list their facts and words; single words are told in full,
  /// with their example in both languages.
  ///
  /// @param language how names are spelt
  /// @param columns the width to keep to, where words allow it
  public static String of(Topic topic, Language language, Palette palette, int columns) {
    Page page = new Page(palette, columns);
    new TerminalManual(new Spelling(language), page).write(topic);
    return page.toString();
  }

  private void write(Topic topic) {
    topic.kinds().forEach(this::kind);
    if (topic.kinds().isEmpty()) {
      topic.sayings().forEach(this::full);
    } else if (!topic.sayings().isEmpty()) {
      also(topic.sayings());
    }
    if (!topic.errors().isEmpty()) {
      errors(topic.errors());
    }
  }

  private void kind(Catalogue.Entry kind) {
    page.gap();
    page.title(0, kind.name().equals(Saying.ROOTS) ? "everywhere" : kind.name());
    page.prose(Page.BELOW, kind.doc());
    page.gap();
    kind.sayings().forEach(this::brief);
  }

  private void brief(Saying saying) {
    page.title(Page.BELOW, spelling.call(saying) + given(saying));
    page.prose(Page.DEEP, about(saying));
  }

  private void full(Saying saying) {
    page.gap();
    page.title(0, spelling.usage(saying) + given(saying));
    page.prose(Page.BELOW, about(saying));
    saying.inputs().forEach(this::input);
    if (!saying.fact()) {
      page.gap();
      page.code("JavaScript  ", saying.javascript());
      page.code("Python      ", saying.python());
    }
  }

  private void input(Input input) {
    page.gap();
    page.title(Page.BELOW, spelling.name(input.name()) + ": " + TypeNames.of(input));
    page.prose(Page.DEEP, spelling.about(input));
  }

  private void errors(List<ErrorKind> errors) {
    page.gap();
    page.title(0, "errors");
    for (ErrorKind error : errors) {
      page.title(Page.BELOW, error.type());
      page.prose(Page.DEEP, error.doc());
    }
  }

  private void also(List<Saying> sayings) {
    page.gap();
    page.prose(
        0, "Of this name: " + String.join(", ", sayings.stream().map(Saying::said).toList()));
  }

  private String about(Saying saying) {
    return spelling.prose(saying.doc()) + TypeNames.mark(saying.effect());
  }

  private static String given(Saying saying) {
    return (saying.fact() ? ": " : " → ") + TypeNames.of(saying.gives());
  }
}
