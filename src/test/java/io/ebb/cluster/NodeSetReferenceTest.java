package io.ebb.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares with the commands of the field, ClusterShell's `nodeset` and Slurm's `scontrol`, where
/// they are installed.
///
/// A process for every expression would take minutes. So each expression gets a prefix of letters
/// of its own, one process reads them all, and its answer is taken apart by prefix.
final class NodeSetReferenceTest {
  private static final int MANY = 250;
  private static final int SOME = 50;
  private static final Pattern CUT = Pattern.compile("\\b9+,10+\\b");

  private final long seed = new Random().nextLong();
  private final RandomExpressions random = new RandomExpressions(new Random(seed));

  @BeforeEach
  void printSeed() {
    System.out.println("NodeSetReferenceTest seed " + seed);
  }

  @Nested
  final class ClusterShell {
    @BeforeEach
    void needsNodeset() {
      require("nodeset");
    }

    @Test
    void foldsAlike() throws Exception {
      Map<String, String> expressions = expressions(MANY, random::algebra);
      Map<String, List<String>> theirs =
          byPrefix(topLevelParts(output(Map.of(), "nodeset", "-f", expressions.values())));
      expressions.forEach((prefix, expression) -> {
        String fold = String.join(",", theirs.getOrDefault(prefix, List.of()));
        // Where padded numbers are in the set, ClusterShell cuts a range where it gets one digit
        // longer; we do not. Then the sets are compared, else the texts.
        if (CUT.matcher(fold).find()) {
          assertThat(NodeSet.parse(expression)).as(expression).isEqualTo(NodeSet.parse(fold));
        } else {
          assertThat(NodeSet.parse(expression).fold()).as(expression).isEqualTo(fold);
        }
      });
    }

    @Test
    void expandsAlikeAndInTheSameOrder() throws Exception {
      Map<String, String> expressions = expressions(MANY, random::algebra);
      Map<String, List<String>> theirs =
          byPrefix(words(output(Map.of(), "nodeset", "-e", expressions.values())));
      expressions.forEach((prefix, expression) ->
          assertThat(NodeSet.parse(expression).expand())
              .as(expression)
              .isEqualTo(theirs.getOrDefault(prefix, List.of())));
    }

    @Test
    void countsAlike() throws Exception {
      Map<String, String> expressions = expressions(MANY, random::algebra);
      int ours = expressions.values().stream().map(NodeSet::parse).mapToInt(NodeSet::size).sum();
      assertThat(output(Map.of(), "nodeset", "-c", expressions.values()).strip())
          .isEqualTo(Integer.toString(ours));
    }

    @Test
    void wildcardsMatchAlike(@TempDir Path folder) throws Exception {
      Map<String, String> expressions = expressions(SOME, random::wildcard);
      String all =
          expressions.keySet().stream().map(prefix -> prefix + "n[1-32]").collect(joining(","));
      Path groups = folder.resolve("groups.conf");
      Files.writeString(groups, "[Main]\ndefault: t\n[t]\nmap: echo\nall: echo " + all + "\n");
      Map<String, List<String>> theirs =
          byPrefix(
              topLevelParts(
                  output(
                      Map.of(),
                      "nodeset",
                      "--groupsconf=" + groups,
                      "-f",
                      String.join(",", expressions.values()))));
      Universe universe = new ExpressionUniverse(Map.of(), all);
      expressions.forEach((prefix, expression) ->
          assertThat(NodeSet.parse(expression, universe).fold())
              .as(expression)
              .isEqualTo(String.join(",", theirs.getOrDefault(prefix, List.of()))));
    }
  }

  @Nested
  final class Slurm {
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void needsScontrol(@TempDir Path folder) throws IOException {
      require("scontrol");
      Path settings = folder.resolve("slurm.conf");
      Files.writeString(settings, "ClusterName=test\nSlurmctldHost=localhost\n");
      environment = Map.of("SLURM_CONF", settings.toString());
    }

    @Test
    void readsTheSameNames() throws Exception {
      Map<String, String> expressions = expressions(MANY, random::slurm);
      Map<String, List<String>> theirs =
          byPrefix(hostnames(String.join(",", expressions.values())));
      expressions.forEach((prefix, expression) ->
          assertThat(new TreeSet<>(NodeSet.parse(expression).expand()))
              .as(expression)
              .isEqualTo(new TreeSet<>(theirs.getOrDefault(prefix, List.of()))));
    }

    @Test
    void expandsOurFoldedFormInOurOrder() throws Exception {
      Map<String, String> expressions = expressions(MANY, random::slurm);
      NodeSet all = NodeSet.unionOf(expressions.values().stream().map(NodeSet::parse).toList());
      assertThat(hostnames(all.fold())).isEqualTo(all.expand());
    }

    @Test
    void itsFoldedFormReadsBackAsTheSameSet() throws Exception {
      for (String show : List.of("hostlist", "hostlistsorted")) {
        Map<String, String> expressions = expressions(MANY, random::slurm);
        String expression = String.join(",", expressions.values());
        String folded = output(environment, "scontrol", "show", show, expression).strip();
        assertThat(NodeSet.parse(folded)).isEqualTo(NodeSet.parse(expression));
      }
    }

    private List<String> hostnames(String expression) throws Exception {
      return output(environment, "scontrol", "show", "hostnames", expression).lines().toList();
    }
  }

  private interface Generator {
    String expression(String prefix);
  }

  /// Random expressions, each by the prefix that all of its names begin with.
  private static Map<String, String> expressions(int count, Generator generator) {
    return IntStream.range(0, count)
        .mapToObj(NodeSetReferenceTest::prefix)
        .collect(toMap(p -> p, generator::expression, (some, _) -> some, LinkedHashMap::new));
  }

  private static String prefix(int number) {
    return "q" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "_";
  }

  private static Map<String, List<String>> byPrefix(List<String> names) {
    Map<String, List<String>> byPrefix = new LinkedHashMap<>();
    for (String name : names) {
      byPrefix.computeIfAbsent(name.substring(0, 4), _ -> new ArrayList<>()).add(name);
    }
    return byPrefix;
  }

  private static List<String> topLevelParts(String folded) {
    return Stream.of(folded.strip().split(",(?![^\\[]*\\])")).toList();
  }

  private static List<String> words(String line) {
    return Stream.of(line.strip().split(" ")).toList();
  }

  private static void require(String command) {
    boolean present =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    List<String> required = List.of(System.getenv().getOrDefault("EBB_REQUIRE", "").split("[, ]+"));
    if (!present && required.contains(command)) {
      fail("%s is required by EBB_REQUIRE but not on the PATH", command);
    }
    assumeTrue(present, command + " is not installed");
  }

  private static String output(
      Map<String, String> environment, String command, String option, Iterable<String> more)
      throws Exception {
    List<String> words = new ArrayList<>(List.of(command, option));
    more.forEach(words::add);
    return output(environment, words.toArray(String[]::new));
  }

  private static String output(Map<String, String> environment, String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
