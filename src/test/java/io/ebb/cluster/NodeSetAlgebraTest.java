package io.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/// The laws of sets, and a plain set of strings as the model, on random sets.
final class NodeSetAlgebraTest {
  private final long seed = new Random().nextLong();
  private final RandomExpressions random = new RandomExpressions(new Random(seed));
  private final NodeSet a = NodeSet.parse(random.algebra("p"));
  private final NodeSet b = NodeSet.parse(random.algebra("p"));
  private final NodeSet c = NodeSet.parse(random.algebra("p"));

  @BeforeEach
  void printSeed() {
    System.out.println("NodeSetAlgebraTest seed " + seed);
  }

  @RepeatedTest(60)
  void operationsDoWhatTheyDoOnPlainSets() {
    Set<String> union = plain(a);
    union.addAll(plain(b));
    Set<String> both = plain(a);
    both.retainAll(plain(b));
    Set<String> minus = plain(a);
    minus.removeAll(plain(b));
    Set<String> xor = new HashSet<>(union);
    xor.removeAll(both);
    assertThat(plain(a.union(b))).isEqualTo(union);
    assertThat(plain(a.intersect(b))).isEqualTo(both);
    assertThat(plain(a.minus(b))).isEqualTo(minus);
    assertThat(plain(a.xor(b))).isEqualTo(xor);
    assertThat(union).allMatch(name -> a.contains(name) == plain(a).contains(name));
  }

  @RepeatedTest(60)
  void lawsHold() {
    assertThat(a.union(b)).isEqualTo(b.union(a));
    assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c)));
    assertThat(a.intersect(b.union(c))).isEqualTo(a.intersect(b).union(a.intersect(c)));
    assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
    assertThat(a.minus(b.union(c))).isEqualTo(a.minus(b).minus(c));
    assertThat(a.xor(b)).isEqualTo(a.minus(b).union(b.minus(a)));
    assertThat(a.xor(b).xor(b)).isEqualTo(a);
    assertThat(a.union(a)).isEqualTo(a).isEqualTo(a.intersect(a));
    assertThat(a.minus(a)).isEqualTo(NodeSet.empty()).isEqualTo(a.xor(a));
    assertThat(a.union(NodeSet.empty())).isEqualTo(a);
  }

  @RepeatedTest(60)
  void everyFormReadsBackAsTheSameSet() {
    assertThat(NodeSet.parse(a.fold())).isEqualTo(a).hasSameHashCodeAs(a);
    assertThat(NodeSet.parse(a.fold()).fold()).isEqualTo(a.fold());
    assertThat(NodeSet.of(a.expand())).isEqualTo(a);
    assertThat(a.expand()).doesNotHaveDuplicates().hasSize(a.size());
  }

  private static Set<String> plain(NodeSet set) {
    return new HashSet<>(set.expand());
  }
}
