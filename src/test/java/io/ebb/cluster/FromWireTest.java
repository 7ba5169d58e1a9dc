package io.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.wire.WireJob;
import io.ebb.api.wire.WireOperation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FromWireTest {
  private static final List<Queue> QUEUES =
      List.of(
          new Queue("ehpcq-1", "默认队列", "normal", true, "", List.of(1)),
          new Queue("ehpcq-2", "batch", "batch", false, "", List.of(2)),
          new Queue("ehpcq-3", "图形", "vis", false, "", List.of(3)),
          new Queue("ehpcq-4", "图形", "wide", false, "", List.of(4)));

  @ParameterizedTest
  @CsvSource({
    "ehpcq-2, 默认队列, normal, ehpcq-2",
    "'', 默认队列, slurm, ehpcq-1",
    "'', '', batch, ehpcq-2",
    "'', 图形, wide, ehpcq-4",
    "'', 图形, slurm, ''",
    "'', batch, normal, ehpcq-1",
    "'', elsewhere, slurm, ''",
    "'', '', '', ''",
    "ehpcq-9, elsewhere, slurm, ''",
    "hpcq-1, '', vis, ehpcq-3",
  })
  void queueOfAJobIsItsIdOrElseWhatItsNameStandsFor(
      String id, String name, String partition, String queue) {
    WireJob wire = new WireJob("hpcjob-1", "5", "", "running", id, name, partition, "", "", null);

    assertThat(FromWire.jobs(List.of(wire), QUEUES)).extracting(Job::queue).containsExactly(queue);
  }

  @Test
  void queueOfAJobIsItsIdWhereNoQueuesWereAskedFor() {
    WireJob wire = new WireJob("hpcjob-1", "5", "", "running", "ehpcq-9", "", "", "", "", null);

    assertThat(FromWire.jobs(List.of(wire), List.of()))
        .extracting(Job::queue)
        .containsExactly("ehpcq-9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ehpc-1 ehpcq-2 cln-3",
        " ehpc-1  ehpcq-2 cln-3 ",
        "ehpc-1,ehpcq-2,cln-3",
        "[\"ehpc-1\", \"ehpcq-2\", \"cln-3\"]",
      })
  void resourcesOfAnOperationAreApart(String resources) {
    WireOperation wire =
        new WireOperation("j-1", "X", "working", "", resources, null, null, "", "", "");

    Operation operation = FromWire.operation(wire);

    assertThat(operation.resources()).containsExactly("ehpc-1", "ehpcq-2", "cln-3");
    assertThat(operation.pending()).isTrue();
  }
}
