package io.ebb.sim;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Serials of nodes in a scenario, written `3`, `1-24` or `1-3,7`.
///
/// @param numbers the serials, in the order written
public record Serials(List<Integer> numbers) {
  private static final Pattern PART = Pattern.compile("([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?");

  /// Copies the list.
  public Serials {
    numbers = List.copyOf(numbers);
  }

  /// Reads the written form.
  ///
  /// @throws IllegalArgumentException naming the part that is not a serial or a range
  public static Serials parse(String text) {
    return new Serials(
        Arrays.stream(text.split(",", -1)).flatMapToInt(Serials::part).boxed().toList());
  }

  private static IntStream part(String text) {
    Matcher part = PART.matcher(text.strip());
    if (!part.matches()) {
      throw new IllegalArgumentException("[" + text + "] is no serial or range such as 1-24");
    }
    int first = Integer.parseInt(part.group(1));
    int last = part.group(2) == null ? first : Integer.parseInt(part.group(2));
    return IntStream.rangeClosed(first, last);
  }
}
