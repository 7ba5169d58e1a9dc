package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Makes each attempt that the manual lists, and sees that Ebb says what is written there, and that
/// the next script of the same engine finds its words as ever.
final class SandboxManualTest {
  private static final Path MANUAL = Path.of("src/site/markdown/sandbox.md");
  private static final int KIB = 1024;
  private static final Bounds SMALL =
      Bounds.defaults().withOwnTime(Duration.ofSeconds(5)).withOutput(64 * KIB);
  private static final Map<Language, ScriptEngine> ENGINES =
      Map.of(
          Language.JAVASCRIPT, new ScriptEngine(Language.JAVASCRIPT, SMALL),
          Language.PYTHON, new ScriptEngine(Language.PYTHON, SMALL));

  private final Stage stage = new Stage();
  @TempDir Path temporary;
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    Path folder = temporary.toRealPath();
    desk = new Desk(folder, stage).with("nodes.txt", "node1\n").with(".env", "KEY=1");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(folder.resolve("linked"), Path.of("/etc"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  static Stream<Arguments> attempts() throws IOException {
    return Files.readAllLines(MANUAL).stream()
        .filter(line -> line.startsWith("| JavaScript | ") || line.startsWith("| Python | "))
        .map(line -> line.split(" *\\| *", -1))
        .map(cells -> Arguments.of(language(cells[1]), unquoted(cells[2]), cells[3]));
  }

  private static Language language(String name) {
    return name.equals("Python") ? Language.PYTHON : Language.JAVASCRIPT;
  }

  private static String unquoted(String code) {
    return code.substring(1, code.length() - 1).replace("⏎", "\n");
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void attemptIsRefusedAsTheManualSays(Language language, String code, String said) {
    ScriptEngine engine = Objects.requireNonNull(ENGINES.get(language));

    ScriptException e =
        catchThrowableOfType(
            ScriptException.class,
            () -> stage.ebb.run(engine, desk.script(language, code), Map.of(), stage.host));

    assertThat(e).isNotNull();
    assertThat(told(e)).isEqualTo(said);
    assertThat(e.location()).startsWith(desk.folder() + "/main.");
    stage.host.shown.clear();
    stage.ebb.run(engine, words(language), Map.of(), stage.host);
    assertThat(stage.host.shown).containsExactly(List.of("node1", 1L));
  }

  /// In the manual, bounds are those that scripts have.
  private static String told(ScriptException e) {
    String message =
        String.valueOf(e.getMessage()).replace("for 5s", "for 5m").replace("64 KiB", "16 MiB");
    return e.hint().isEmpty() ? message : message + " — " + e.hint();
  }

  private static Script words(Language language) {
    return Script.of(
        "words",
        language,
        """
        n = ehpc.cluster('ehpc-8jqdq0mz').nodes().named('node1')
        show([n.items()[0].host, n.count])
        """);
  }
}
