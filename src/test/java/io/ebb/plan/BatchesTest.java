package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          doubling | 10 | [1, 2, 4, 3]
          1,2      | 7  | [1, 2, 2, 2]
          3        | 7  | [3, 3, 1]
          25%      | 10 | [3, 3, 3, 1]
          1%       | 3  | [1, 1, 1]
          all      | 5  | [5]
          1,2,4    | 0  | []
          """)
  void cutsTheNodesInOrder(String notation, int nodes, String sizes) {
    List<List<Integer>> batches =
        Batches.parse(notation).split(IntStream.range(0, nodes).boxed().toList());

    assertThat(batches.stream().map(List::size).toList()).hasToString(sizes);
    assertThat(batches.stream().flatMap(List::stream))
        .containsExactlyElementsOf(IntStream.range(0, nodes).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"doubling", "1,2,4", "7", "25%", "all"})
  void labelReadsBackAsItself(String notation) {
    assertThat(Batches.parse(notation).label()).isEqualTo(notation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1,,2", "-1", "0%", "101%", "some", "%"})
  void badNotationIsNamed(String notation) {
    assertThatThrownBy(() -> Batches.parse(notation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".*batch.*");
  }

  @Test
  void doublingNeverOverflows() {
    assertThat(new Batches.Doubling().size(100, 5)).isPositive();
  }
}
