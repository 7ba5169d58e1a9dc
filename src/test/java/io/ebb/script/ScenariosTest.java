package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ScenariosTest {
  static Stream<Arguments> scenariosInEachLanguage() {
    return Scenarios.all().stream()
        .flatMap(scenario ->
            Stream.of(Language.values()).map(language -> Arguments.of(language, scenario)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("scenariosInEachLanguage")
  void scenarioShowsTheSameInEachLanguage(Language language, Scenarios.Scenario scenario) {
    try (Stage stage = new Stage()) {
      stage.run(language, scenario.text(language));

      assertThat(stage.host.shown).isEqualTo(scenario.shown());
      assertThat(stage.simulator.lostJobs()).isEmpty();
    }
  }
}
