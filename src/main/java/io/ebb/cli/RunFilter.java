package io.ebb.cli;

import io.ebb.cluster.NodeSet;
import io.ebb.run.Outcome;
import io.ebb.run.RunQuery;
import io.ebb.run.RunState;
import io.ebb.text.Durations;
import io.ebb.text.Suggestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options that say which runs are looked for.
final class RunFilter {
  private static final ZoneId HERE = ZoneId.systemDefault();
  private static final String ID = "cln-";

  @Option(
      names = {"-c", "--cluster"},
      paramLabel = "ID",
      description = "Of this cluster, by its id.")
  private @Nullable String cluster;

  @Option(
      names = "--node",
      paramLabel = "NODES",
      description =
          "That concern one of these nodes, by id or host, for example node[5-9]; what became of"
              + " them is shown.")
  private List<String> nodes = new ArrayList<>();

  @Option(
      names = "--outcome",
      split = ",",
      paramLabel = "OUTCOME",
      description = "With a node, or one of --node, that was retired, kept, failed, ...")
  private List<String> outcomes = new ArrayList<>();

  @Option(
      names = "--state",
      split = ",",
      paramLabel = "STATE",
      description = "That are done, partial, failed, running, interrupted, ...")
  private List<String> states = new ArrayList<>();

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "Of a script or runbook of this name; * stands for anything.")
  private @Nullable String script;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "Begun since then: 7d, 2026-11-21, '2026-11-21 14:00'.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "WHEN", description = "Begun before, or on that day.")
  private @Nullable String until;

  @Option(names = "--operator", paramLabel = "NAME", description = "Begun by this user.")
  private @Nullable String operator;

  @Parameters(paramLabel = "WORD", arity = "0..*", description = "With these words in the title.")
  private List<String> words = new ArrayList<>();

  /// What is looked for.
  ///
  /// @throws UsageException when there is no such outcome, state or time
  RunQuery query(Instant now) {
    return new RunQuery(
        cluster,
        named(),
        chosen("--outcome", outcomes, Outcome.values(), Outcome::label),
        chosen("--state", states, RunState.values(), RunState::label),
        script,
        since == null ? null : moment("--since", since, now, 0),
        until == null ? null : moment("--until", until, now, 1),
        operator,
        words);
  }

  /// Ids as they are, hosts one by one.
  private Set<String> named() {
    Set<String> named = new HashSet<>();
    for (String some : nodes) {
      named.addAll(
          some.startsWith(ID) ? Arrays.asList(some.split(",")) : NodeSet.parse(some).expand());
    }
    return named;
  }

  private static <E> Set<E> chosen(
      String option, List<String> words, E[] values, Function<E, String> label) {
    return words.stream()
        .map(word -> chosen(option, word, values, label))
        .collect(Collectors.toSet());
  }

  private static <E> E chosen(String option, String word, E[] values, Function<E, String> label) {
    List<String> known = Arrays.stream(values).map(label).toList();
    if (!known.contains(word)) {
      throw new UsageException(
          "%s %s is not known: %s".formatted(option, word, Suggestion.of(word, known)));
    }
    return values[known.indexOf(word)];
  }

  /// @param later so many days after a day that is named
  private static Instant moment(String option, String text, Instant now, int later) {
    try {
      if (!text.contains("-")) {
        return now.minus(Durations.parse(text));
      }
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
      return text.length() > "2026-11-21".length()
          ? LocalDateTime.parse(text.replace(' ', 'T')).atZone(HERE).toInstant()
          : LocalDate.parse(text).plusDays(later).atStartOfDay(HERE).toInstant();
    } catch (DateTimeException | IllegalArgumentException _) {
      throw new UsageException(
          "%s %s is no time: give how long ago, as in 7d, or a date, as in 2026-11-21 or"
                  .formatted(option, text)
              + " '2026-11-21 14:00'");
    }
  }
}
