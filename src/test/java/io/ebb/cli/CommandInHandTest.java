package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Ctrl-C at a command of a session.
final class CommandInHandTest {
  private final CommandInHand command = new CommandInHand();
  private final AtomicInteger first = new AtomicInteger();
  private final AtomicInteger second = new AtomicInteger();

  @Test
  void ctrlCThatComesBeforeTheCommandHearsOfItIsKept() {
    command.interrupt();
    assertThat(command.interrupted()).isTrue();
    try (Reaction _ = command.onInterrupt(first::incrementAndGet)) {
      assertThat(first).hasValue(1);
    }
  }

  @Test
  void innermostHandlerHearsOfIt() {
    try (Reaction _ = command.onInterrupt(first::incrementAndGet)) {
      try (Reaction _ = command.onInterrupt(second::incrementAndGet)) {
        command.interrupt();
      }
      assertThat(first).hasValue(0);
      command.interrupt();
    }
    assertThat(second).hasValue(1);
    assertThat(first).hasValue(1);
  }
}
