package io.ebb.script.runbook;

import io.ebb.script.Language;
import io.ebb.text.Durations;
import io.ebb.text.Suggestion;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one fence of a runbook, and tells everything that is wrong with it.
final class BlockReader {
  static final String MANUAL = "manual";

  private static final String NAME = "name";
  private static final String CONFIRM = "confirm";
  private static final String TIMEOUT = "timeout";
  private static final String WHEN = "when";
  private static final String ON_ERROR = "on-error";
  private static final List<String> ALL = List.of(NAME, CONFIRM, TIMEOUT, WHEN, ON_ERROR, MANUAL);

  private final Fence fence;
  private final Consumer<String> wrong;
  private final Map<String, String> attributes;

  /// @param wrong takes a sentence for each thing that is wrong
  BlockReader(Fence fence, Consumer<String> wrong) {
    this.fence = fence;
    this.wrong = wrong;
    this.attributes = fence.hasAttributes() ? Attributes.read(fence.rest(), wrong) : Map.of();
  }

  /// The block; empty when the fence is shown only.
  ///
  /// @param text its text
  /// @param line the line that it opens in
  /// @param otherwise its name when it has none of its own
  Optional<Block> block(String text, int line, String otherwise) {
    Language language = fence.language().orElse(null);
    boolean manual = manual();
    if (language == null && !manual) {
      shownOnly();
      return Optional.empty();
    }
    check(language, manual, text);
    return Optional.of(
        new Block(
            name(otherwise),
            language,
            text,
            line,
            text(CONFIRM),
            timeout(),
            text(WHEN),
            onError()));
  }

  private void shownOnly() {
    String near =
        fence.word().length() < 4
            ? ""
            : Suggestion.nearest(fence.word(), List.of("javascript", "python")).orElse("");
    if (!near.isEmpty()) {
      wrong.accept(
          "a fence of %s is shown only: write %s to run it, or text to show it"
              .formatted(fence.word(), near));
    } else if (fence.word().isEmpty() && attributes.keySet().stream().anyMatch(BlockReader::runs)) {
      wrong.accept("the language stands before the braces: js {name=…}");
    } else if (!attributes.isEmpty()) {
      wrong.accept(
          "attributes are for what is carried out, and this fence is shown only: its language must"
              + " be js or python, or {manual} say that a person does it");
    }
  }

  private static boolean runs(String attribute) {
    return new Fence("", attribute.replaceFirst("^\\.", ""), "").language().isPresent();
  }

  private void check(@Nullable Language language, boolean manual, String text) {
    if (!fence.rest().isEmpty() && !fence.hasAttributes()) {
      wrong.accept("attributes stand in braces: " + fence.word() + " {" + fence.rest() + "}");
    }
    attributes.keySet().stream()
        .filter(key -> !ALL.contains(key))
        .forEach(
            key -> wrong.accept("there is no attribute " + key + "; " + Suggestion.of(key, ALL)));
    if (language != null && manual) {
      wrong.accept("a person does not carry out code: write text {manual} and say what to do");
    } else if (manual) {
      checkManual(text);
    }
  }

  private void checkManual(String text) {
    for (String key : List.of(TIMEOUT, ON_ERROR)) {
      if (attributes.containsKey(key)) {
        wrong.accept(key + " is for code: nothing ends what a person does");
      }
    }
    if (text.isBlank()) {
      wrong.accept("it does not say what the person is to do");
    }
  }

  private boolean manual() {
    String value = attributes.get(MANUAL);
    boolean manual = Attributes.BARE.equals(value) || "true".equals(value);
    if (value != null && !manual && !value.equals("false")) {
      wrong.accept("manual must be true or false, or stand alone, not be " + value);
    }
    return manual;
  }

  private String name(String otherwise) {
    String name = text(NAME);
    if (name != null && !name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}._-]*")) {
      wrong.accept(
          "the name \""
              + name
              + "\" must be of letters, digits, - _ and . and begin with a letter"
              + " or digit");
    }
    return name == null ? otherwise : name;
  }

  private @Nullable Duration timeout() {
    String text = text(TIMEOUT);
    try {
      Duration span = text == null ? null : Durations.parse(text);
      if (span != null && span.isZero()) {
        wrong.accept("timeout must be more than " + text);
      }
      return span;
    } catch (IllegalArgumentException e) {
      wrong.accept("timeout: " + e.getMessage());
      return null;
    }
  }

  private OnError onError() {
    String label = text(ON_ERROR);
    return Optional.ofNullable(label)
        .flatMap(OnError::named)
        .orElseGet(() -> {
          if (label != null) {
            List<String> all = Arrays.stream(OnError.values()).map(OnError::label).toList();
            wrong.accept("there is no on-error=" + label + "; " + Suggestion.of(label, all));
          }
          return OnError.STOP;
        });
  }

  private @Nullable String text(String key) {
    String value = attributes.get(key);
    if (value != null && value.isBlank()) {
      wrong.accept(key + " needs a value: " + key + "=\"…\"");
      return null;
    }
    return value;
  }
}
