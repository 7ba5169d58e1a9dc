package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ebb.run.Crash;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every scenario once more, in a script whose process dies at the last thing that it asks of the
/// world outside, and which is resumed: what both processes show, one after the other, is what one
/// shows. Only what was shown since the last answer in the record is shown by both.
final class ResumedScenariosTest {
  private static final String POINT = "before writing Called";

  /// A run exists from the first change on; this one leaves the cluster as it was.
  private static String change(Language language) {
    String word = language.spell("restartNodes");
    return "ehpc.cluster(\"ehpc-8jqdq0mz\")." + word + "(\"login1\").wait()\n";
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("io.ebb.script.ScenariosTest#scenariosInEachLanguage")
  void resumedScenarioShowsTheSame(Language language, Scenarios.Scenario scenario) {
    Script script =
        Script.of("test." + language.id(), language, change(language) + scenario.text(language));
    int times = timesAtThePoint(script, scenario);
    assumeTrue(times > 0, "the scenario asks nothing");

    try (Rehearsal rehearsal = new Rehearsal()) {
      assertThat(rehearsal.run(Crash.when(POINT, times), script, Map.of())).isTrue();
      List<@Nullable Object> before = rehearsal.host.shown;
      rehearsal.resume(rehearsal.run().orElseThrow());
      List<@Nullable Object> after = rehearsal.host.shown;

      List<@Nullable Object> whole = scenario.shown();
      assertThat(before).isEqualTo(whole.subList(0, before.size()));
      assertThat(after).isEqualTo(whole.subList(whole.size() - after.size(), whole.size()));
      assertThat(before.size() + after.size()).isGreaterThanOrEqualTo(whole.size());
      assertThat(rehearsal.simulator.lostJobs()).isEmpty();
    }
  }

  /// How often the script passes the point after it has changed something.
  private static int timesAtThePoint(Script script, Scenarios.Scenario scenario) {
    try (Rehearsal whole = new Rehearsal()) {
      Crash never = Crash.never();
      whole.run(never, script, Map.of());
      assertThat(whole.host.shown).isEqualTo(scenario.shown());
      return Collections.frequency(never.passed(), POINT);
    }
  }
}
