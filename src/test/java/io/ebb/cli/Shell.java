package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.settings.Environment;
import io.ebb.settings.Settings;
import io.ebb.sim.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A user's shell: variables, what is typed, the world around it, and the `ebb` command, which runs
/// in this process.
///
/// Whatever is run in it, no secret may be printed.
record Shell(
    Map<String, String> variables, String typed, BiFunction<Settings, CallListener, World> world) {
  static final String CLUSTER = "ehpc-8jqdq0mz";
  private static final String SECRET = "QINGCLOUD_SECRET_KEY";

  /// The secret of the standard scenario.
  private static final String DEMONSTRATION = "SECRETACCESSKEY";

  private static final Path NO_HOME = Path.of("/nowhere");
  private static final Path STATE =
      Path.of("target", "test-state-" + ProcessHandle.current().pid()).toAbsolutePath();

  /// One without settings, and without a terminal.
  static Shell bare() {
    return new Shell(Map.of("EBB_TTY", "", "XDG_STATE_HOME", STATE.toString()), "", World::shared);
  }

  /// One with the settings that `ebb sim` prints.
  static Shell with(Simulator simulator) {
    return bare()
        .set("EBB_ENDPOINT", simulator.endpoint().toString())
        .set("EBB_OWNER", "usr-ebbsim01")
        .set("QINGCLOUD_ZONE", simulator.zone())
        .set("QINGCLOUD_ACCESS_KEY", simulator.accessKey())
        .set(SECRET, simulator.secretKey());
  }

  Shell set(String variable, String value) {
    Map<String, String> more = new TreeMap<>(variables);
    more.put(variable, value);
    return new Shell(more, typed, world);
  }

  /// One whose standard input is a pipe with this text in it.
  Shell piping(String text) {
    return new Shell(variables, text, world);
  }

  /// One in another world.
  Shell in(QuickWorld other) {
    return new Shell(variables, typed, other::of);
  }

  /// One at whose terminal this is typed.
  Shell typing(String text) {
    return set("EBB_TTY", "0").piping(text);
  }

  Result run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        Terminal.of(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Environment(variables, NO_HOME))
            .withWorld(world);
    int exit = Main.run(terminal, words);
    Result result =
        new Result(
            exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    assertThat(result.out() + result.err())
        .as("secrets in the output of ebb %s", String.join(" ", words))
        .doesNotContain("signature=", DEMONSTRATION, variables.getOrDefault(SECRET, DEMONSTRATION));
    return result;
  }

  /// The words and `--sim`, on the cluster of the standard scenario.
  Result simulated(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--sim", "--cluster", CLUSTER));
    return run(all.toArray(String[]::new));
  }

  /// What a command came to.
  record Result(int exit, String out, String err) {

    /// The one document on standard output.
    JsonNode json() {
      return new JsonMapper().readTree(out);
    }

    /// The first of the documents on standard output, one a line.
    JsonNode firstJson() {
      return new JsonMapper().readTree(out.lines().toList().getFirst());
    }

    /// The last of them.
    JsonNode lastJson() {
      return new JsonMapper().readTree(out.lines().toList().getLast());
    }

    JsonNode yaml() {
      return new YAMLMapper().readTree(out);
    }

    /// The one error on standard error.
    JsonNode error() {
      return new JsonMapper().readTree(err).path("error");
    }
  }
}
