package io.ebb.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How files write the parts of a fault that are neither a number nor a name.
final class FaultWords {
  private static final Pattern OCCASION = Pattern.compile("(?:(first|from|every) )?([0-9]{1,9})");
  private static final Pattern CHANCE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?)%");
  private static final Pattern CHANGES = Pattern.compile("([0-9]{1,9}) changes?");
  private static final double PERCENT = 100;

  private FaultWords() {}

  /// `every`, `3`, `first 3`, `from 3`, `every 3` or `2.5%`.
  ///
  /// @throws IllegalArgumentException when it is none of these
  static Occasion occasion(String text) {
    Matcher chance = CHANCE.matcher(text);
    if (chance.matches()) {
      return new Occasion.Chance(Double.parseDouble(chance.group(1)) / PERCENT);
    }
    Matcher counted = OCCASION.matcher(text);
    if (counted.matches()) {
      return occasion(counted.group(1) == null ? "" : counted.group(1), counted.group(2));
    }
    if (text.equals("every")) {
      return new Occasion.Always();
    }
    throw new IllegalArgumentException(
        "[" + text + "] says no calls, such as 3, first 3, from 3, every 3, 5% or every");
  }

  private static Occasion occasion(String which, String number) {
    int count = Integer.parseInt(number);
    return switch (which) {
      case "first" -> new Occasion.First(count);
      case "from" -> new Occasion.From(count);
      case "every" -> new Occasion.Each(count);
      default -> new Occasion.Nth(count);
    };
  }

  /// `30s` or `2 changes`.
  ///
  /// @throws IllegalArgumentException when it is neither
  static Past past(String text) {
    Matcher changes = CHANGES.matcher(text);
    return changes.matches()
        ? new Past.Before(Integer.parseInt(changes.group(1)))
        : new Past.Ago(Span.parse(text));
  }

  /// How files write a constant: `never-ends`.
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The constant that is written so.
  ///
  /// @throws IllegalArgumentException naming all there are when it is none of them
  static <E extends Enum<E>> E oneOf(Class<E> type, String word) {
    E[] constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> of(constant).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                Arrays.stream(constants)
                    .map(FaultWords::of)
                    .collect(
                        Collectors.joining(", ", "there is no [" + word + "]; there are: ", ""))));
  }
}
