package io.ebb.script.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.script.Words;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.ErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TopicTest {
  private static final Catalogue CATALOGUE = Words.catalogue();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inQueue",
        "in_queue",
        "nodes.inQueue",
        "nodes.in_queue",
        "nodes.in_queue(\"vis\")"
      })
  void wordIsFoundInEitherSpelling(String name) {
    assertThat(Topic.named(CATALOGUE, name).names()).containsExactly("nodes.inQueue");
  }

  @Test
  void nameOfSeveralFindsAllOfThem() {
    assertThat(Topic.named(CATALOGUE, "violations").names()).containsExactly("plan.violations");
    assertThat(Topic.named(CATALOGUE, "jobs").names())
        .contains("cluster.jobs", "queue.jobs", "node.jobs");
  }

  @Test
  void kindIsFoundWithWhatElseHasItsName() {
    Topic topic = Topic.named(CATALOGUE, "queue");
    assertThat(topic.kinds()).extracting(Catalogue.Entry::name).containsExactly("queue");
    assertThat(topic.sayings()).extracting(saying -> saying.key()).contains("cluster.queue");
  }

  @Test
  void rootIsFoundAsOneWritesIt() {
    assertThat(Topic.named(CATALOGUE, "show").names()).containsExactly("show");
  }

  @Test
  void optionFindsTheWordsThatTakeIt() {
    assertThat(Topic.named(CATALOGUE, "on_deadline").names())
        .contains("cluster.retire", "plan.drain");
  }

  @Test
  void errorIsFound() {
    assertThat(Topic.named(CATALOGUE, "RefusedError").errors())
        .containsExactly(ErrorKind.REFUSED_ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "retier, retire",
    "in_queu, in_queue",
    "inQueu, inQueue",
    "cluster.retier, cluster.retire",
    "RefuseError, RefusedError"
  })
  void slipIsSuggestedAsItWasSpelt(String slip, String meant) {
    assertThatThrownBy(() -> Topic.named(CATALOGUE, slip))
        .isInstanceOf(NoSuchTopicException.class)
        .hasMessage("there is no word \"%s\"; did you mean %s?", slip, meant);
  }

  @Test
  void whatIsLikeNothingIsPointedToTheManual() {
    assertThatThrownBy(() -> Topic.named(CATALOGUE, "explode"))
        .hasMessageEndingWith("ebb words tells all there are");
  }
}
