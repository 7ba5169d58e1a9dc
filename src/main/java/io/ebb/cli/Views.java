package io.ebb.cli;

import static io.ebb.cli.View.Field.hidden;
import static io.ebb.cli.View.Field.shown;

import io.ebb.api.Budget;
import io.ebb.cluster.Cluster;
import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.cluster.NodeSet;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import io.ebb.cluster.Snapshot;
import io.ebb.run.NodeOutcome;
import io.ebb.script.runbook.Block;
import io.ebb.text.Column;
import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The views of all that Ebb shows.
final class Views {
  static final View<Cluster> CLUSTERS =
      new View<>(
          List.of(
              shown(Column.left("id"), Cluster::id),
              shown(Column.flexible("name"), Cluster::name),
              shown(Column.left("type"), Cluster::type),
              View.Field.<Cluster>shown(Column.left("status"), Cluster::status).asState(),
              shown(Column.left("scheduler"), Cluster::scheduler),
              shown(Column.right("nodes"), Cluster::nodes)),
          Cluster::id);

  static final View<Row> NODES =
      new View<>(
          List.of(
              shown(Column.left("host"), row -> row.node().host()),
              shown(Column.left("id"), row -> row.node().id()),
              shown(Column.flexible("name"), row -> row.node().name()),
              shown(Column.left("role"), row -> row.node().role().label()),
              shown(Column.left("queue"), Row::queue, row -> row.node().queue()),
              View.Field.<Row>shown(Column.left("status"), Row::status, row -> row.node().status())
                  .asState(),
              hidden("transition", row -> row.node().transition()),
              View.Field.<Row>shown(Column.left("health"), row -> row.node().health()).asState(),
              View.Field.<Row>shown(Column.left("ip"), row -> row.node().ip()).ifThereIsRoom(),
              View.Field.<Row>shown(Column.right("cpu"), row -> row.node().cpu()).ifThereIsRoom(),
              View.Field.<Row>shown(
                      Column.right("memory"),
                      row -> "%.0fG".formatted(row.node().memory() / 1024.0),
                      row -> row.node().memory())
                  .ifThereIsRoom(),
              shown(Column.right("age"), Row::age, row -> seconds(row.nodes(), row.node())),
              shown(Column.left("jobs"), Row::jobs, Row::jobNumbers),
              hidden("serial", row -> row.node().serial())),
          row -> row.node().host());

  static final View<Queue> QUEUES =
      new View<>(
          List.of(
              shown(Column.left("partition"), Queue::partition),
              shown(Column.left("id"), Queue::id),
              shown(Column.flexible("name"), Queue::name),
              shown(
                  Column.left("default"),
                  queue -> queue.isDefault() ? "yes" : "",
                  Queue::isDefault),
              shown(Column.left("transition"), Queue::transition),
              shown(Column.right("count"), queue -> queue.serials().size()),
              shown(Column.flexible("nodes"), Views::members, Queue::serials)),
          Queue::label);

  static final View<Job> JOBS =
      new View<>(
          List.of(
              shown(Column.left("job"), Job::number),
              View.Field.<Job>shown(Column.left("id"), Job::id).ifThereIsRoom(),
              shown(Column.flexible("name"), Job::name),
              View.Field.<Job>shown(Column.left("status"), Job::status).asState(),
              shown(Column.left("queue"), Job::queue),
              shown(Column.left("user"), Job::user),
              shown(
                  Column.flexible("hosts"),
                  Views::hosts,
                  job -> job.hosts().stream().sorted().toList()),
              View.Field.<Job>shown(Column.left("started"), job -> time(job.startedAt()))
                  .ifThereIsRoom()),
          Job::id);

  static final View<Operation> OPERATIONS =
      new View<>(
          List.of(
              shown(Column.left("id"), Operation::id),
              View.Field.<Operation>shown(Column.left("status"), Operation::status).asState(),
              shown(Column.left("action"), Operation::action),
              shown(Column.left("created"), operation -> time(operation.createdAt())),
              View.Field.<Operation>shown(
                      Column.left("changed"), operation -> time(operation.changedAt()))
                  .ifThereIsRoom(),
              shown(
                  Column.flexible("resources"),
                  operation -> String.join(" ", operation.resources()),
                  Operation::resources),
              hidden("error_codes", Operation::errorCodes)),
          Operation::id);

  static final View<NodeOutcome> OUTCOMES =
      new View<>(
          List.of(
              shown(Column.left("host"), NodeOutcome::host),
              shown(Column.left("id"), NodeOutcome::id),
              View.Field.<NodeOutcome>shown(Column.left("outcome"), node -> node.outcome().label())
                  .asState(),
              shown(Column.flexible("reason"), NodeOutcome::reason)),
          NodeOutcome::host);

  private Views() {}

  /// A node beside what its snapshot knows of it.
  record Row(Nodes nodes, Node node) {

    static List<Row> of(Nodes nodes) {
      return nodes.list().stream().map(node -> new Row(nodes, node)).toList();
    }

    private Snapshot snapshot() {
      return nodes.snapshot();
    }

    private String queue() {
      String id = node.queue();
      return id == null ? "" : snapshot().queue(id).map(Queue::label).orElse(id);
    }

    private String status() {
      return node.inTransition() ? node.status() + "/" + node.transition() : node.status();
    }

    private String age() {
      return node.createdAt() == null ? "" : Durations.format(node.age(snapshot().takenAt()));
    }

    private String jobs() {
      return String.join(",", jobNumbers());
    }

    private List<String> jobNumbers() {
      return snapshot().jobsOn(node).stream()
          .map(job -> job.number().isEmpty() ? job.id() : job.number())
          .toList();
    }
  }

  /// A moment to the second, as the API writes it; null when unknown.
  static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static Map<String, @Nullable Object> budget(Budget budget) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("calls_per_hour", budget.callsPerHour());
    out.put("used", budget.used());
    out.put("left", budget.left());
    out.put("reserve", budget.reserve());
    out.put("full_until", time(budget.fullUntil()));
    return out;
  }

  private static @Nullable Object seconds(Nodes nodes, Node node) {
    Duration age = node.age(nodes.snapshot().takenAt());
    return node.createdAt() == null ? null : age.toSeconds();
  }

  private static String members(Queue queue) {
    return NodeSet.of(queue.serials().stream().map(Role.COMPUTE::host).toList()).fold();
  }

  private static String hosts(Job job) {
    return NodeSet.of(job.hosts()).fold();
  }

  /// What one thing is shown as, if there is a view for its type.
  static @Nullable Map<String, @Nullable Object> dataOf(Object value) {
    return switch (value) {
      case Cluster c -> CLUSTERS.data(c);
      case Queue q -> QUEUES.data(q);
      case Job j -> JOBS.data(j);
      case Operation o -> OPERATIONS.data(o);
      case NodeOutcome n -> OUTCOMES.data(n);
      case RunRow r -> RunRow.VIEW.data(r);
      case ErrandRow e -> ErrandRow.VIEW.data(e);
      case Block b -> BlockView.BLOCKS.data(b);
      default -> null;
    };
  }
}
