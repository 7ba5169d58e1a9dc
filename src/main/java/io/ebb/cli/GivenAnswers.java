package io.ebb.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The answers that were given beforehand to the questions of a script, by name.
///
/// Not safe for use by many threads.
final class GivenAnswers {
  private final Map<String, String> answers;
  private final Set<String> asked = new LinkedHashSet<>();

  private GivenAnswers(Map<String, String> answers) {
    this.answers = answers;
  }

  static GivenAnswers none() {
    return new GivenAnswers(Map.of());
  }

  /// Reads `NAME=VALUE` of each option.
  ///
  /// @throws UsageException naming all that cannot be read
  static GivenAnswers of(List<String> options) {
    Map<String, String> answers = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      if (equals < 1) {
        wrong.add("--answer " + option + ": answers are given as --answer NAME=VALUE");
      } else if (answers.putIfAbsent(option.substring(0, equals), option.substring(equals + 1))
          != null) {
        wrong.add("--answer " + option.substring(0, equals) + " is given twice");
      }
    }
    if (!wrong.isEmpty()) {
      throw new UsageException(String.join("\n", wrong));
    }
    return new GivenAnswers(answers);
  }

  /// The answer to the question of this name, which is asked now.
  Optional<String> to(String name) {
    asked.add(name);
    return Optional.ofNullable(answers.get(name));
  }

  /// What to tell of answers to which no question was asked; empty when there are none.
  Optional<String> unused() {
    Set<String> unused = new HashSet<>(answers.keySet());
    unused.removeAll(asked);
    if (unused.isEmpty()) {
      return Optional.empty();
    }
    asked.remove("");
    String names = String.join(", ", unused.stream().sorted().toList());
    return Optional.of(
        "--answer %s: no such question was asked; asked was %s"
            .formatted(names, asked.isEmpty() ? "nothing by name" : String.join(", ", asked)));
  }
}
