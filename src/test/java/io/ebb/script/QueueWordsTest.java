package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.cluster.AmbiguousNameException;
import io.ebb.cluster.Queue;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which queue a word of a script means.
final class QueueWordsTest {
  private static final List<Queue> QUEUES =
      List.of(
          new Queue("ehpcq-1", "图形", "vis", true, "", List.of(1)),
          new Queue("ehpcq-2", "图形", "wide", false, "", List.of(2)));

  @Test
  void queueIsFoundByEveryNameThatIsItsAlone() {
    assertThat(QueueWords.find("ehpc-1", QUEUES, "ehpcq-2").id()).isEqualTo("ehpcq-2");
    assertThat(QueueWords.find("ehpc-1", QUEUES, "wide").id()).isEqualTo("ehpcq-2");
  }

  @Test
  void nameOfTwoQueuesIsToldToTheScriptWithTheirIds() {
    AmbiguousNameException cause =
        catchThrowableOfType(
            AmbiguousNameException.class, () -> QueueWords.find("ehpc-1", QUEUES, "图形"));

    Failure failure = Failure.of(cause);
    assertThat(failure.type()).isEqualTo("TypeError");
    assertThat(failure.message()).contains("ehpcq-1, ehpcq-2").contains("use the id");
  }
}
