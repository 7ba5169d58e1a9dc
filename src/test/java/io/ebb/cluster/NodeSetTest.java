package io.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reading, folding and expanding, by literal examples.
final class NodeSetTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          node12                    | node12             | node12
          node[3]                   | node3              | node3
          node[1-3]                 | node[1-3]          | node1 node2 node3
          node[1-3,7]               | node[1-3,7]        | node1 node2 node3 node7
          node[7,1-3,2]             | node[1-3,7]        | node1 node2 node3 node7
          node[1-9/4]               | node[1,5,9]        | node1 node5 node9
          node[1-2/5]               | node1              | node1
          node[9-11]                | node[9-11]         | node9 node10 node11
          node[08-11]               | node[08-11]        | node08 node09 node10 node11
          node[001-005/2]           | node[001,003,005]  | node001 node003 node005
          n1,n01,n001               | n[1,01,001]        | n1 n01 n001
          n[1-3],n[01-02]           | n[1-3,01-02]       | n1 n2 n3 n01 n02
          n9,n[09-10]               | n[9,09-10]         | n9 n09 n10
          n[99,100],n[098-099]      | n[99,098-100]      | n99 n098 n099 n100
          n[0-1],n00                | n[0-1,00]          | n0 n1 n00
          n10,n2,n1                 | n[1-2,10]          | n1 n2 n10
          z1,a1,m                   | a1,m,z1            | a1 m z1
          a,a1                      | a,a1               | a a1
          [1-2]                     | [1-2]              | 1 2
          node[1-2]-ib              | node[1-2]-ib       | node1-ib node2-ib
          n1[2-3]                   | n[12-13]           | n12 n13
          n1[9-10]                  | n[19,110]          | n19 n110
          n0[9-10]                  | n[09,010]          | n09 n010
          n[8-10]0                  | n[80,90,100]       | n80 n90 n100
          n[1-3/2]5                 | n[15,35]           | n15 n35
          r[1-2]n[3-4]              | r[1-2]n[3-4]       | r1n3 r1n4 r2n3 r2n4
          r1n3,r1n4,r2n3,r2n4       | r[1-2]n[3-4]       | r1n3 r1n4 r2n3 r2n4
          r1n1,r2n2                 | r1n1,r2n2          | r1n1 r2n2
          r1n[1-2],r2n1             | r1n[1-2],r2n1      | r1n1 r1n2 r2n1
          r9n1,r10n2                | r10n2,r9n1         | r10n2 r9n1
          n[1-2]-[3-4]-ib           | n[1-2]-[3-4]-ib    | n1-3-ib n1-4-ib n2-3-ib n2-4-ib
          cln-8jqdq0mz              | cln-8jqdq0mz       | cln-8jqdq0mz
          a.b_c-d                   | a.b_c-d            | a.b_c-d
          节点[1-2]                 | 节点[1-2]          | 节点1 节点2
          n[1-5]!n2                 | n[1,3-5]           | n1 n3 n4 n5
          n[1-5]&n[4-9]             | n[4-5]             | n4 n5
          n[1-3]^n[3-4]             | n[1-2,4]           | n1 n2 n4
          n1,n2!n2,n2               | n[1-2]             | n1 n2
          n[1-4]!n[1-2],n1&n[1-3]   | n[1,3]             | n1 n3
          " n1 , n[ 2 - 3 , 5 ] "   | n[1-3,5]           | n1 n2 n3 n5
          """)
  void readsFoldsAndExpands(String expression, String folded, String expanded) {
    NodeSet set = NodeSet.parse(expression);
    assertThat(set.fold()).isEqualTo(folded);
    assertThat(set.expand()).containsExactly(expanded.split(" ")).hasSize(set.size());
    assertThat(set).containsExactlyElementsOf(set.expand()).hasToString(folded);
    assertThat(set.expand()).allMatch(set::contains);
    assertThat(NodeSet.parse(folded)).isEqualTo(set).hasSameHashCodeAs(set);
    assertThat(NodeSet.of(set.expand().reversed())).isEqualTo(set);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @CsvSource({"''", "'  '", "n1!n1", "n1&n2", "n1^n1", "n[1-3]!n[1-9]", "r[1-2]n1&r1n2"})
  void nothingIsTheEmptySet(String expression) {
    NodeSet set = NodeSet.parse(expression);
    assertThat(set).isEqualTo(NodeSet.empty()).isEmpty();
    assertThat(set.isEmpty()).isTrue();
    assertThat(set.fold()).isEmpty();
    assertThat(set.size()).isZero();
  }

  @Test
  void containsWhatItNamesOnly() {
    NodeSet set = NodeSet.parse("node[1-9],r[1-2]n[01-03],login");
    assertThat(List.of("node9", "r2n03", "login")).allMatch(set::contains);
    assertThat(List.of("node10", "node09", "r3n01", "r1n1", "node", "Login", "", "node[1-2]", "*"))
        .noneMatch(set::contains);
  }

  @Test
  void runOfDigitsTooLongForANumberIsText() {
    String id = "cln-1234567890123456789";
    assertThat(NodeSet.parse(id + "," + id + "a1").expand()).containsExactly(id, id + "a1");
  }

  @Test
  void longRangeStaysAFewRanges() {
    NodeSet set = NodeSet.parse("node[1-100000]!node50000");
    assertThat(set.size()).isEqualTo(99_999);
    assertThat(set.fold()).isEqualTo("node[1-49999,50001-100000]");
    assertThat(NodeSet.parse("n[1-100000],n[1-100000]").fold()).isEqualTo("n[1-100000]");
  }

  @Test
  void oneByOneIsTheSameAsARange() {
    List<String> names = IntStream.rangeClosed(1, 20_000).mapToObj(i -> "node" + i).toList();
    assertThat(NodeSet.of(names)).isEqualTo(NodeSet.parse("node[1-20000]"));
    assertThat(NodeSet.parse(String.join(",", names)).fold()).isEqualTo("node[1-20000]");
  }

  @Test
  void manyBoxesFoldWithoutComparingEveryPair() {
    List<String> diagonal = IntStream.range(0, 5_000).mapToObj(i -> "r" + i + "n" + i).toList();
    NodeSet set = NodeSet.of(diagonal);
    assertThat(set.size()).isEqualTo(5_000);
    assertThat(NodeSet.parse(set.fold())).isEqualTo(set);
  }

  @Test
  void largeSetOfSeveralSlotsIsJoinedToo() {
    NodeSet set = NodeSet.parse("a[1-12]b[1-12]c[1-16]!a[3,11]b1c1");
    assertThat(set.size()).isEqualTo(12 * 12 * 16 - 2);
    assertThat(set.fold())
        .isEqualTo("a[1-2,4-10,12]b[1-12]c[1-16],a[3,11]b[2-12]c[1-16],a[3,11]b1c[2-16]");
  }

  @Test
  void largeOverlappingPartsAreNotTooMany() {
    String halves = "n[1-999999/2]" + ",n[1-1000000]".repeat(20);
    assertThat(NodeSet.parse(halves).fold()).isEqualTo("n[1-1000000]");
    assertThat(NodeSet.parse("n[1-999999/2" + ",1-1000000".repeat(20) + "]").size())
        .isEqualTo(1_000_000);
    assertThat(NodeSet.parse("n[1-5]" + "!n[1-1000000]".repeat(20)).isEmpty()).isTrue();
  }

  @Test
  void unionBeyondTheLimitIsRefused() {
    NodeSet full = NodeSet.parse("a[1-1000000]");
    assertThatThrownBy(() -> full.union(NodeSet.parse("b1")))
        .isInstanceOf(NodeSetException.class)
        .hasMessageContaining("more than 1,000,000 names");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @CsvSource({"''", "'a b'", "'a,b'", "n[1-2]", "@queue", "n*", "n%"})
  void nameTakenAsItStandsMustBeAName(String name) {
    assertThatThrownBy(() -> NodeSet.of(List.of(name)))
        .isInstanceOf(NodeSetException.class)
        .hasMessageContaining("\"" + name + "\"");
  }
}
