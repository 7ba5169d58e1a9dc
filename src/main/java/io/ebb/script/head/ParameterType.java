package io.ebb.script.head;

import io.ebb.cluster.NodeSet;
import io.ebb.cluster.NodeSetException;
import io.ebb.text.Durations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a parameter of a script may hold.
public enum ParameterType {
  /// Any text.
  STRING,
  /// A whole number.
  INT,
  /// A number.
  NUMBER,
  /// `true` or `false`; the bare option means true.
  BOOL,
  /// A duration such as `30m`. The script gets it as text, which every word understands.
  DURATION,
  /// The id of a cluster.
  CLUSTER,
  /// The id, name or partition of a queue.
  QUEUE,
  /// A set of nodes in the notation of node sets.
  NODES,
  /// A path.
  PATH,
  /// A secret, given as `@FILE` and read from that file: what stands on a command line is seen by
  /// every user of the machine.
  SECRET;

  /// Java would read `4f` and `0x1p3` too.
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  /// The type by its name in a head, for example `int`.
  static Optional<ParameterType> named(String word) {
    return Arrays.stream(values()).filter(type -> type.label().equals(word)).findFirst();
  }

  /// The name in a head, for example `int`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The value as the script gets it.
  ///
  /// @throws IllegalArgumentException whose message says what is wanted instead
  Object read(String text) {
    return switch (this) {
      case INT -> whole(text);
      case NUMBER -> number(text);
      case BOOL -> bool(text);
      case DURATION -> {
        Durations.parse(text);
        yield text;
      }
      case SECRET -> secret(text);
      case STRING -> text;
      case NODES -> nodes(present(text));
      case CLUSTER, QUEUE, PATH -> present(text);
    };
  }

  private static String present(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("must not be empty");
    }
    return text;
  }

  /// Which groups there are, and what a wildcard matches, is known once there is a cluster. Until
  /// then any group may be, and a letter stands for the wildcard.
  private static String nodes(String text) {
    try {
      NodeSet.parse(text.replaceAll("[*?]", "x"), AnyGroup.UNIVERSE);
      return text;
    } catch (NodeSetException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// The value on a scale on which `min` and `max` of the head are compared.
  double measure(String text) {
    return switch (this) {
      case INT, NUMBER -> number(text);
      case DURATION -> Durations.parse(text).toMillis();
      case STRING, BOOL, CLUSTER, QUEUE, NODES, PATH, SECRET ->
          throw new IllegalArgumentException("has no order, so it takes no min and no max");
    };
  }

  private static Object whole(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      String wanted =
          text.strip().matches("[-+]?\\d+")
              ? "must be a whole number from -2147483648 to 2147483647, not "
              : "must be a whole number, not ";
      throw new IllegalArgumentException(wanted + text, e);
    }
  }

  private static double number(String text) {
    String digits = text.strip();
    if (!DECIMAL.matcher(digits).matches()) {
      throw new IllegalArgumentException("must be a number, not " + text);
    }
    double value = Double.parseDouble(digits);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("must be a finite number, not " + text);
    }
    return value;
  }

  private static Object bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false, not " + text);
    };
  }

  private static Object secret(String text) {
    if (!text.startsWith("@") || text.length() == 1) {
      throw new IllegalArgumentException(
          "is a secret: write it to a file that only you can read, and give @FILE");
    }
    try {
      return Files.readString(Path.of(text.substring(1))).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read from " + text.substring(1), e);
    }
  }
}
