package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.cluster.Ehpc;
import io.ebb.cluster.NodeSet;
import io.ebb.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What enters a script is read back from its record as it was.
final class AnswersTest {
  private static final String CLUSTER = "ehpc-8jqdq0mz";

  private final Stage stage = new Stage();
  private final Ehpc ehpc = stage.ebb.ehpc();

  @AfterEach
  void close() {
    stage.close();
  }

  private static <T> void isReadBack(T value, Form<T> form) {
    assertThat(Answers.read(Answers.gave(value), form)).isEqualTo(value);
  }

  @Test
  void whatTheServiceTellsIsReadBackEqual() {
    isReadBack(ehpc.clusters(), Form.CLUSTERS);
    isReadBack(ehpc.cluster(CLUSTER), Form.CLUSTER);
    isReadBack(ehpc.snapshot(CLUSTER), Form.SNAPSHOT);
    isReadBack(ehpc.queues(CLUSTER), Form.QUEUES);
    isReadBack(ehpc.runningJobs(CLUSTER), Form.JOBS);
    isReadBack(new Raw(ehpc).users(CLUSTER), Form.RAWS);
  }

  @Test
  void runAndItsOperationsAreReadBackEqual() {
    Run run =
        stage.ebb.apply(
            stage.ebb.cluster(CLUSTER).retire(NodeSet.parse("node32"), stage.ebb.defaults()));
    isReadBack(run, Form.RUN);
    Instant before = ehpc.serviceTime().minus(Duration.ofDays(1));
    assertThat(ehpc.operations(CLUSTER, before)).isNotEmpty();
    isReadBack(ehpc.operations(CLUSTER, before), Form.OPERATIONS);
  }

  @Test
  void momentIsReadBackToTheNanosecond() {
    Instant odd = Instant.parse("2026-11-21T12:00:00.123456789Z");
    isReadBack(new Moment(odd, ehpc.budget()), Form.MOMENT);
  }

  @Test
  void formThatIsNotKnownSaysWhatToDo() {
    for (String answer : List.of("{\"other\":1}", "{\"value\":{\"id\":", "[]")) {
      assertThatThrownBy(() -> Answers.read(answer, Form.CLUSTER))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("resume with the version that began the run");
    }
  }
}
