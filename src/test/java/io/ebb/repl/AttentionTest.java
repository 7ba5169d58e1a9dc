package io.ebb.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AttentionTest {
  private final Attention attention = new Attention();
  private final AtomicInteger interrupts = new AtomicInteger();

  @Test
  void ctrlCBetweenTypingAndCarryingOutKeepsTheWorkFromBeginning() {
    attention.beginTyping();
    attention.endTyping();
    attention.interrupt();
    assertThat(attention.begin(interrupts::incrementAndGet)).isFalse();
    assertThat(attention.begin(interrupts::incrementAndGet)).isTrue();
    assertThat(interrupts).hasValue(0);
  }

  @Test
  void ctrlCThatCameTooLateForTypingCounts() {
    attention.beginTyping();
    attention.interrupt();
    attention.endTyping();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(attention.begin(interrupts::incrementAndGet)).isFalse();
  }

  @Test
  void ctrlCBeforeThePromptIsAnsweredByIt() {
    attention.interrupt();
    attention.beginTyping();
    attention.endTyping();
    assertThat(attention.begin(interrupts::incrementAndGet)).isTrue();
  }

  @Test
  void everyCtrlCReachesWhatIsCarriedOutAndNoneWhatComesNext() {
    attention.begin(interrupts::incrementAndGet);
    attention.interrupt();
    attention.interrupt();
    attention.end();
    assertThat(interrupts).hasValue(2);
    assertThat(attention.begin(interrupts::incrementAndGet)).isTrue();
  }

  @Test
  void questionInTheMiddleTakesTheCtrlC() {
    attention.begin(interrupts::incrementAndGet);
    attention.beginTyping();
    attention.interrupt();
    assertThat(Thread.interrupted()).isTrue();
    attention.endTyping();
    assertThat(interrupts).hasValue(0);
  }

  @Test
  void ctrlCThatCameTooLateForAQuestionMeansTheWork() {
    attention.begin(interrupts::incrementAndGet);
    attention.beginTyping();
    attention.interrupt();
    attention.endTyping();
    assertThat(interrupts).hasValue(1);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void ctrlCOfAnotherProgramIsNotOurs() {
    attention.begin(interrupts::incrementAndGet);
    attention.deaf(true);
    attention.interrupt();
    attention.deaf(false);
    assertThat(interrupts).hasValue(0);
  }

  @Test
  void nothingBeginsOnceTheSessionHasToEnd() {
    attention.finish();
    assertThat(attention.beginTyping()).isFalse();
    assertThat(attention.begin(interrupts::incrementAndGet)).isFalse();
    assertThat(attention.isOver()).isTrue();
  }
}
