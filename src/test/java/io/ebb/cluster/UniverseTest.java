package io.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What groups, wildcards and ids stand for.
final class UniverseTest {
  @Nested
  final class GivenAsExpressions {
    private final Universe universe =
        new ExpressionUniverse(
            Map.of(
                "@queue:batch", "node[1-12]",
                "@queue:vis", "vis[1-2]",
                "@both", "@queue:batch, @queue:vis",
                "@odd", "node*!node[2-32/2]",
                "@none", "",
                "@loop", "node1,@pool",
                "@pool", "@loop",
                "@bad", "node[3-1]"),
            "node[1-32],vis[1-2],login1");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            @queue:batch              | node[1-12]
            @queue:batch!node[3-12]   | node[1-2]
            @both&vis*                | vis[1-2]
            @queue:batch,@none        | node[1-12]
            @odd & node[1-6]          | node[1,3,5]
            *                         | login1,node[1-32],vis[1-2]
            * ! node*                 | login1,vis[1-2]
            node1*                    | node[1,10-19]
            node1?                    | node[10-19]
            node?                     | node[1-9]
            ????1                     | node1
            *1                        | login1,node[1,11,21,31],vis1
            node[1-2]?                | node[10-29]
            [0-9]*,node2              |
            n*e3?                     | node[30-32]
            """)
    void standForTheirNames(String expression, @Nullable String folded) {
      if (folded == null) {
        assertThatThrownBy(() -> NodeSet.parse(expression, universe))
            .hasMessageContaining("\"[0-9]*\" at position 1: the wildcard matches none of 35");
      } else {
        assertThat(NodeSet.parse(expression, universe).fold()).isEqualTo(folded);
      }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            node1,@queue:bacth | "@queue:bacth" at position 7: unknown group @queue:bacth; known: @
            @queue:bat[1-2]    | "@queue:bat[1-2]" at position 1: unknown group @queue:bat1
            @bad               | "@bad" at position 1: in what it stands for, "3-1" at position 6
            @pool              | "@pool" at position 1: it is defined by itself
            node4?             | "node4?" at position 1: the wildcard matches none of 35 known nodes
            login1!Node*       | "Node*" at position 8: the wildcard matches none
            """)
    void faultsAreNamed(String expression, String message) {
      assertThatThrownBy(() -> NodeSet.parse(expression, universe))
          .isInstanceOf(NodeSetException.class)
          .hasMessageContaining(message);
    }

    @Test
    void groupsNestOnlySoDeep() {
      Map<String, String> chain =
          IntStream.range(0, 10_000)
              .boxed()
              .collect(Collectors.toMap(i -> "@g" + i, i -> "@g" + (i + 1)));
      assertThatThrownBy(() -> NodeSet.parse("@g0", new ExpressionUniverse(chain, "")))
          .isInstanceOf(NodeSetException.class)
          .hasMessageContaining("more than 20 groups inside one another");
    }

    @Test
    void wildcardInWhatWildcardsMatchIsRefused() {
      Universe circular = new ExpressionUniverse(Map.of(), "node*");
      assertThatThrownBy(() -> NodeSet.parse("n*", circular))
          .isInstanceOf(NodeSetException.class)
          .hasMessageContaining("it is defined by itself");
    }
  }

  @Nested
  final class OfASnapshot {
    private static final Snapshot TWO_OF_ONE_HOST =
        new Snapshot(
            "ehpc-1",
            List.of(
                node("cln-1", 1, Role.COMPUTE, null),
                node("cln-old", 2, Role.COMPUTE, null),
                node("cln-new", 2, Role.COMPUTE, null)),
            List.of(),
            List.of(),
            List.of(),
            Instant.EPOCH);

    private final Snapshot snapshot =
        new Snapshot(
            "ehpc-1",
            List.of(
                node("cln-login", 1, Role.LOGIN, null),
                node("cln-a", 1, Role.COMPUTE, "ehpcq-b"),
                node("cln-b", 2, Role.COMPUTE, "ehpcq-b"),
                node("cln-c", 3, Role.COMPUTE, "ehpcq-v")),
            List.of(
                new Queue("ehpcq-b", "批处理", "batch", true, "", List.of(1, 2)),
                new Queue("ehpcq-v", "图形", "vis", false, "", List.of(3)),
                new Queue("ehpcq-w", "图形", "wide", false, "", List.of())),
            List.of(),
            List.of(),
            Instant.EPOCH);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            @queue:ehpcq-b     | node[1-2]
            @queue:批处理       | node[1-2]
            @queue:batch       | node[1-2]
            @queue:vis         | node3
            @role:compute      | node[1-3]
            @role:login        | login1
            *                  | login1,node[1-3]
            cln-a              | node1
            cln-a,node2        | node[1-2]
            *!cln-login        | node[1-3]
            """)
    void namesStandForHosts(String expression, String folded) {
      assertThat(NodeSet.parse(expression, SnapshotUniverse.of(snapshot)).fold()).isEqualTo(folded);
    }

    @Test
    void queueWithoutNodesIsTheEmptySet() {
      assertThat(NodeSet.parse("@queue:wide", SnapshotUniverse.of(snapshot))).isEmpty();
    }

    @Test
    void nameOfTwoQueuesNamesNeither() {
      assertThatThrownBy(() -> NodeSet.parse("@queue:图形", SnapshotUniverse.of(snapshot)))
          .hasMessageContaining("unknown group @queue:图形; known: @queue:批处理, @queue:batch");
    }

    @Test
    void queueIsFoundByEveryNameThatIsItsAlone() {
      assertThat(Stream.of("ehpcq-b", "批处理", "batch").map(snapshot::queue))
          .extracting(queue -> queue.orElseThrow().id())
          .containsOnly("ehpcq-b");
      assertThat(snapshot.queue("nowhere")).isEmpty();
    }

    @Test
    void nameOfTwoQueuesIsRefusedWithTheirIds() {
      assertThatThrownBy(() -> snapshot.queue("图形"))
          .isInstanceOf(AmbiguousNameException.class)
          .hasMessageContaining("2 queues called 图形: ehpcq-v, ehpcq-w");
    }

    @Test
    void queueIsFoundByItsIdThoughAnotherIsNamedSo() {
      Queue queue = new Queue("ehpcq-1", "first", "first", true, "", List.of());
      Queue namesake = new Queue("ehpcq-2", "ehpcq-1", "second", false, "", List.of());

      assertThat(Queue.find("ehpc-1", List.of(namesake, queue), "ehpcq-1")).contains(queue);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            cln-new                  | cln-new
            node1,cln-old            | cln-1,cln-old
            cln-old,cln-new          | cln-old,cln-new
            @role:compute!node2      | cln-1
            *!node2,cln-new          | cln-1,cln-new
            """)
    void nodesOfOneHostAreToldApartByTheirIds(String expression, String ids) {
      assertThat(Nodes.named(TWO_OF_ONE_HOST, expression).list())
          .extracting(Node::id)
          .containsExactlyInAnyOrder(ids.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"node2", "node[1-2]", "@role:compute", "@role:compute!cln-new", "n*"})
    void hostOfTwoNodesIsRefusedWithTheirIds(String expression) {
      assertThatThrownBy(() -> Nodes.named(TWO_OF_ONE_HOST, expression))
          .isInstanceOf(AmbiguousNameException.class)
          .hasMessageContaining("2 nodes called node2: cln-old, cln-new; use the id");
    }

    @Test
    void selectsNodesByHostOrId() {
      assertThat(snapshot.select(NodeSet.parse("cln-b,node[1-2],login1")))
          .extracting(Node::id)
          .containsExactly("cln-login", "cln-a", "cln-b");
      assertThat(snapshot.select(NodeSet.empty())).isEmpty();
    }

    @Test
    void selectingListsAllMissingNames() {
      assertThatThrownBy(() -> snapshot.select(NodeSet.parse("node[2-6],cln-z")))
          .isInstanceOfSatisfying(
              NoSuchNodeException.class,
              thrown -> assertThat(thrown.missing()).isEqualTo(NodeSet.parse("node[4-6],cln-z")))
          .hasMessageContaining("cluster ehpc-1 has no node cln-z,node[4-6]");
    }

    private static Node node(String id, int serial, Role role, @Nullable String queue) {
      String host = role.host(serial);
      return new Node(
          id, serial, host, host, role, queue, "active", "", "healthy", "", 8, 1024, null);
    }
  }
}
