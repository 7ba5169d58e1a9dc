package io.ebb.script.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.Language;
import io.ebb.script.Words;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.text.Line;
import io.ebb.text.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalManualTest {
  private static final Catalogue CATALOGUE = Words.catalogue();

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 200})
  void wholeManualKeepsToTheWidth(int columns) {
    for (Language language : Language.values()) {
      assertThat(text(Topic.everything(CATALOGUE), language, columns).lines())
          .allSatisfy(line -> assertThat(Line.of(line).width()).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void wholeManualNamesEverySaying() {
    String text = text(Topic.everything(CATALOGUE), Language.PYTHON, 200);
    CATALOGUE.kinds().stream()
        .flatMap(kind -> kind.sayings().stream())
        .forEach(saying -> assertThat(text).contains(Language.PYTHON.spell(saying.name())));
  }

  @Test
  void oneWordIsToldInFull() {
    assertThat(text(Topic.named(CATALOGUE, "plan.drain"), Language.PYTHON, 60))
        .isEqualTo(
            """
            plan.drain(at_most, on_deadline=…) → plan
              Waits for the running jobs. Comes after fence.

              at_most: duration
                  How long; 0s refuses nodes with running jobs.

              on_deadline: keep | ask | force
                  What happens to a node whose jobs outlast it. Default:
                  as in the settings, keep.

              JavaScript  plan.drain("2h", {onDeadline: "keep"})
              Python      plan.drain("2h", on_deadline="keep")
            """);
  }

  @Test
  void whatDestroysIsMarked() {
    assertThat(text(Topic.named(CATALOGUE, "plan.apply"), Language.JAVASCRIPT, 200))
        .contains("(Destroys something.)");
  }

  @Test
  void namesInSentencesAreSpeltAsTheLanguageSpellsThem() {
    Topic plan = Topic.named(CATALOGUE, "cluster.plan");
    assertThat(text(plan, Language.JAVASCRIPT, 200)).contains("drain, leaveQueue, pause");
    assertThat(text(plan, Language.PYTHON, 200)).contains("drain, leave_queue, pause");
  }

  private static String text(Topic topic, Language language, int columns) {
    return TerminalManual.of(topic, language, Palette.PLAIN, columns);
  }
}
