package io.ebb.script.manual;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.ErrorKind;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Saying;
import io.ebb.text.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The manual has nothing of this name. The message says what may have been meant.
public final class NoSuchTopicException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoSuchTopicException(Catalogue catalogue, String name) {
    super("there is no word \"%s\"; %s".formatted(name, suggestion(catalogue, name)));
  }

  private static String suggestion(Catalogue catalogue, String name) {
    UnaryOperator<String> spelling = name.contains("_") ? Names::snake : UnaryOperator.identity();
    Stream<Saying> sayings = catalogue.kinds().stream().flatMap(kind -> kind.sayings().stream());
    List<String> known =
        Stream.of(
                catalogue.kinds().stream().map(Catalogue.Entry::name),
                sayings.map(name.contains(".") ? Saying::key : Saying::name),
                Arrays.stream(ErrorKind.values()).map(ErrorKind::type))
            .flatMap(names -> names)
            .map(spelling)
            .distinct()
            .toList();
    String close = Suggestion.of(name, known);
    return close.startsWith("did") ? close : "ebb words tells all there are";
  }
}
