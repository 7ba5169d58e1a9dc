package io.ebb.cluster;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Random expressions that ClusterShell, Slurm and Ebb agree to be well-formed.
final class RandomExpressions {
  private static final List<String> OPERATORS = List.of(",", ",", "!", "&", "^", " ! ", ", ");

  private final Random random;

  RandomExpressions(Random random) {
    this.random = random;
  }

  /// One to five operands with any operators, all over few names so that they overlap.
  String algebra(String prefix) {
    int shape = random.nextInt(6);
    StringBuilder expression = new StringBuilder(operand(prefix, shape, true));
    for (int more = random.nextInt(5); more > 0; more--) {
      expression.append(pick(OPERATORS));
      expression.append(operand(prefix, random.nextInt(8) == 0 ? random.nextInt(6) : shape, true));
    }
    return expression.toString();
  }

  /// One to five operands united, of those that Slurm reads: no steps, nothing behind a bracket.
  String slurm(String prefix) {
    List<String> special =
        List.of("x", "y-ib", "n1[2-11]", "n0[0-10]", "r7n[1-5]", "r7n[08-11]", "r7n[3-4,1-3]");
    return IntStream.rangeClosed(0, random.nextInt(5))
        .mapToObj(_ ->
            random.nextInt(4) == 0
                ? prefix + pick(special)
                : operand(prefix, random.nextInt(3), false))
        .collect(joining(","));
  }

  /// A wildcard that matches some of `n[1-32]`, alone or mixed with a bracket.
  String wildcard(String prefix) {
    return prefix + pick(List.of("*", "n*", "n?", "n1?", "n1*", "n[1-2]*", "n[1,3]?", "?[7-9]"));
  }

  private String operand(String prefix, int shape, boolean steps) {
    return switch (shape) {
      case 0 -> prefix + "n" + random.nextInt(30);
      case 1, 2 -> prefix + "n" + bracket(steps);
      case 3 -> prefix + "n" + bracket(steps) + "-ib";
      case 4 -> prefix + "r" + small() + "n" + small();
      default -> prefix + pick(List.of("x", "n1[2-5]", "n0[0-9]", "n[1-3]0", "n[8-11]5"));
    };
  }

  private String bracket(boolean steps) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(_ -> range(steps))
        .collect(joining(",", "[", "]"));
  }

  private String range(boolean steps) {
    int first = random.nextInt(random.nextInt(10) == 0 ? 1200 : 40);
    int last = first + random.nextInt(15);
    if (random.nextInt(4) == 0) {
      return Integer.toString(first);
    }
    int width = random.nextInt(3) == 0 ? 3 : 0;
    if (width > 0 && last < 1000) {
      return "%03d-%03d".formatted(first, last) + step(steps && last > first);
    }
    return first + "-" + last + step(steps && last > first);
  }

  private String step(boolean steps) {
    return steps && random.nextInt(3) == 0 ? "/" + (1 + random.nextInt(4)) : "";
  }

  private String small() {
    int first = random.nextInt(12);
    return random.nextBoolean()
        ? "[" + first + "-" + (first + random.nextInt(3)) + "]"
        : "" + first;
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
