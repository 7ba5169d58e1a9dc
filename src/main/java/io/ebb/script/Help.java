package io.ebb.script;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.manual.NoSuchTopicException;
import io.ebb.script.manual.TerminalManual;
import io.ebb.script.manual.Topic;
import io.ebb.text.Palette;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a script is told when it asks for help.
final class Help {
  /// Wherever it is shown, a line of this width fits.
  private static final int COLUMNS = 80;

  private Help() {}

  /// The manual's text.
  ///
  /// @param about the name of something in the manual, or an object; null for an overview
  /// @throws MisuseException when the manual does not know it
  static String about(@Nullable Object about, Language language) {
    return switch (about) {
      case null -> overview(language);
      case String name -> named(name, language);
      default ->
          Words.catalogue()
              .kindOf(about)
              .map(kind -> named(kind.name(), language))
              .orElseThrow(
                  () -> new MisuseException("help tells of words, objects and names; see help()"));
    };
  }

  private static String named(String name, Language language) {
    try {
      return text(Topic.named(Words.catalogue(), name), language);
    } catch (NoSuchTopicException e) {
      throw new MisuseException(String.valueOf(e.getMessage()));
    }
  }

  private static String overview(Language language) {
    return Words.catalogue().kinds().stream()
        .filter(kind -> !kind.row())
        .map(Help::line)
        .collect(
            Collectors.joining(
                "\n",
                "",
                "\n\nhelp(\"cluster\") tells all of an object, help(%s) of a word."
                    .formatted(language.spell("confirm"))));
  }

  private static String line(Catalogue.Entry kind) {
    String name = kind.name().equals(Saying.ROOTS) ? "everywhere" : kind.name();
    return "%-11s %s".formatted(name, kind.doc());
  }

  private static String text(Topic topic, Language language) {
    return TerminalManual.of(topic, language, Palette.PLAIN, COLUMNS).stripTrailing();
  }
}
