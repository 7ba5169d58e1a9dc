package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ebb.api.CallListener;
import io.ebb.api.CallRecord;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Saying;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example of the catalogue does what it says, in both languages; and what is told to look
/// only makes no call that changes anything.
final class ExamplesTest {
  private static final List<CallRecord> CALLS = new CopyOnWriteArrayList<>();

  /// The one endpoint that reads by a `POST`.
  private static final String READING = "/queue/ehpc/getQueueList";

  /// Slow enough that no plan expires on a machine that is busy.
  private static final double BRISK = 300;

  /// Slow enough that no job ends before it is asked for.
  private static final double SPEED = 60;

  /// The world that is only looked at: one for all examples.
  private static Stage museum;

  @BeforeAll
  static void openMuseum() {
    museum = new Stage(SPEED, CALLS::add);
  }

  @AfterAll
  static void closeMuseum() {
    museum.close();
  }

  static Stream<Arguments> examples() {
    return Words.catalogue().kinds().stream()
        .flatMap(kind -> kind.words().stream())
        .flatMap(word ->
            Arrays.stream(Language.values())
                .map(language -> arguments(word.key(), language, word)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("examples")
  void exampleRunsAsItStands(String key, Language language, Saying word) {
    String example = language == Language.PYTHON ? word.python() : word.javascript();
    String script = ExampleVariables.declared(example, language) + example;
    if (word.effect() == Effect.READ && !ExampleVariables.changeSomething(example)) {
      CALLS.clear();
      museum.run(language, script);
      assertThat(CALLS).as("the calls of %s", key).allMatch(ExamplesTest::reads);
    } else {
      try (Stage stage = new Stage(BRISK, CallListener.none())) {
        stage.run(language, script);
      }
    }
  }

  private static boolean reads(CallRecord call) {
    return call.method().equals("GET") || call.path().equals(READING);
  }
}
