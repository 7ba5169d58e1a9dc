package io.ebb.repl.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SuggestibleTest {
  private final Suggestible suggestible = new Suggestible();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan.apply()",
        "plan . apply ( )",
        "plan\n  .apply()",
        "plan?.apply?.()",
        "plan[\"apply\"]()",
        "plan['apply']()",
        "const go = plan.apply",
        "getattr(plan, 'apply')()",
        ":bg plan.apply()",
        ":time cluster.retire('node1').apply()",
        "log(`${plan.apply()}`)",
        "log(f'{plan.apply().state}')",
        "cluster.queue('old').delete()",
        "# no comment in JavaScript\nplan.apply()",
        "py plan.apply()",
        "apply(plan)",
        "show(plan) // no comment in Python: plan.apply()",
      })
  void whatMayDestroyIsNotSuggested(String text) {
    assertThat(suggestible.test(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const plan = cluster.retire('node1')",
        "log('I shall apply it')",
        "log(`it is ${plan.id}`)",
        "",
        ":runs",
        "applied = 3",
      })
  void whatOnlyLooksIsSuggested(String text) {
    assertThat(suggestible.test(text)).isTrue();
  }
}
