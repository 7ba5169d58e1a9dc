package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.plan.Violation;
import io.ebb.run.Entry;
import io.ebb.run.RefusedException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was told in answer to a call is told again to who reads the record.
final class CallErrorTest {

  private static Entry.Called called(String answer) {
    return new Entry.Called(Instant.EPOCH, 1, "cluster(\"ehpc-1\")", answer);
  }

  @Test
  void anErrorIsToldWithItsHint() {
    RefusedException refused = RefusedException.again("not now", "try later", List.<Violation>of());

    assertThat(CallError.recorded(called(Answers.threw(refused))))
        .contains(new CallError("not now", "try later"));
  }

  @Test
  void whoseMessageSaysAllHasNoHint() {
    String answer = Answers.threw(new IllegalArgumentException("no such word"));

    assertThat(CallError.recorded(called(answer))).contains(new CallError("no such word", ""));
  }

  @Test
  void aValueIsNoError() {
    assertThat(CallError.recorded(called(Answers.gave("fine")))).isEmpty();
  }
}
