package io.ebb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ebb.cluster.Cluster;
import io.ebb.cluster.Job;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Queue;
import io.ebb.plan.Plan;
import io.ebb.run.NodeOutcome;
import io.ebb.run.Outcome;
import io.ebb.run.Run;
import io.ebb.run.RunState;
import io.ebb.script.runbook.Block;
import io.ebb.text.Palette;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Standard output: results, and nothing but results, in the format that was asked for.
///
/// @param out standard output
/// @param format how results are written
/// @param palette colours, if any
/// @param width the width of the terminal; empty when it is none
record Screen(PrintStream out, Format format, Palette palette, OptionalInt width) {
  /// How many columns documents have.
  private static final int WIDTH = 100;

  private static final ObjectMapper JSON = new JsonMapper();
  private static final ObjectMapper YAML = new YAMLMapper();

  /// Shows one thing: a value of our own, a list or map of such, or plain data.
  void show(@Nullable Object value) {
    switch (format) {
      case TABLE -> out.print(table(value));
      case JSON -> out.println(JSON.writeValueAsString(data(value)));
      case YAML -> out.print(YAML.writeValueAsString(data(value)));
      case NAME -> names(value).forEach(out::println);
    }
    out.flush();
  }

  /// What a screen without colours shows of the value, in a width that suits documents.
  static String text(@Nullable Object value) {
    PrintStream none = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return new Screen(none, Format.TABLE, Palette.PLAIN, OptionalInt.of(WIDTH)).table(value);
  }

  /// This screen, written elsewhere.
  Screen to(PrintStream other) {
    return new Screen(other, format, palette, width);
  }

  /// Shows what became of the nodes of a run, and no more of it.
  void showOutcomes(Run run) {
    out.print(Views.OUTCOMES.table(run.nodes(), palette, width));
    out.flush();
  }

  /// Shows one thing of a kind as a record, names and values below each other; all else as usual.
  void showAlone(@Nullable Object value) {
    String record =
        switch (value) {
          case Cluster cluster -> Views.CLUSTERS.record(cluster, palette, width);
          case Queue queue -> Views.QUEUES.record(queue, palette, width);
          case Job job -> Views.JOBS.record(job, palette, width);
          case Operation operation -> Views.OPERATIONS.record(operation, palette, width);
          case NodeOutcome node -> Views.OUTCOMES.record(node, palette, width);
          case Nodes nodes when nodes.size() == 1 ->
              Views.NODES.record(Views.Row.of(nodes).getFirst(), palette, width);
          case null, default -> table(value);
        };
    out.print(record);
    out.flush();
  }

  private String runs(List<RunRow> rows) {
    return RunRow.view(rows).table(rows, palette, width);
  }

  private String table(@Nullable Object value) {
    return switch (value) {
      case Plan plan -> new PlanText(palette, width).of(plan);
      case Run run -> new RunText(palette, width).of(run);
      case Standing run -> new StandingText(palette, width).of(run);
      case SavedPlan saved ->
          new PlanText(palette, width).of(saved.plan())
              + new DriftText(palette, width).of(saved.drifts());
      case Diagnosis diagnosis -> DiagnosisText.of(diagnosis, palette, width);
      case Nodes nodes when nodes.isEmpty() -> "no nodes\n";
      case Nodes nodes -> Views.NODES.table(Views.Row.of(nodes), palette, width);
      case Cluster cluster -> Views.CLUSTERS.table(List.of(cluster), palette, width);
      case Queue queue -> Views.QUEUES.table(List.of(queue), palette, width);
      case Job job -> Views.JOBS.table(List.of(job), palette, width);
      case Operation operation -> Views.OPERATIONS.table(List.of(operation), palette, width);
      case List<?> list -> listTable(list);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + line(entry.getValue()) + "\n")
              .collect(Collectors.joining());
      case null, default -> value + "\n";
    };
  }

  private String listTable(List<?> list) {
    if (list.isEmpty()) {
      return "nothing\n";
    }
    return switch (list.getFirst()) {
      case Cluster _ -> Views.CLUSTERS.table(all(list, Cluster.class), palette, width);
      case Queue _ -> Views.QUEUES.table(all(list, Queue.class), palette, width);
      case Job _ -> Views.JOBS.table(all(list, Job.class), palette, width);
      case Operation _ -> Views.OPERATIONS.table(all(list, Operation.class), palette, width);
      case RunRow _ -> runs(all(list, RunRow.class));
      case ErrandRow _ -> ErrandRow.VIEW.table(all(list, ErrandRow.class), palette, width);
      case Block _ -> BlockView.BLOCKS.table(all(list, Block.class), palette, width);
      case Map<?, ?> _ when list.stream().allMatch(Map.class::isInstance) -> plainTable(list);
      case Nodes first -> table(all(list, Nodes.class).stream().reduce(first, Nodes::union));
      case null, default -> lines(list);
    };
  }

  private String plainTable(List<?> list) {
    String table =
        PlainTable.of(list.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList(), width);
    return table.isEmpty() ? lines(list) : table;
  }

  private static String lines(List<?> list) {
    return list.stream().map(each -> line(each) + "\n").collect(Collectors.joining());
  }

  private static <T> List<T> all(List<?> list, Class<T> type) {
    return list.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static String line(@Nullable Object value) {
    return value instanceof String text ? text : PlainLine.of(value);
  }

  /// The value as plain data.
  static @Nullable Object data(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Plan plan -> PlanText.data(plan);
      case Run run -> RunText.data(run);
      case Standing run -> run.report().data();
      case SavedPlan saved -> saved.data();
      case Diagnosis diagnosis -> diagnosis.data();
      case Nodes nodes -> Views.NODES.data(Views.Row.of(nodes));
      case List<?> list -> new ArrayList<>(list.stream().map(Screen::data).toList());
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((key, each) -> out.put(String.valueOf(key), data(each)));
        yield out;
      }
      default -> {
        Object known = Views.dataOf(value);
        yield known == null ? value : known;
      }
    };
  }

  /// The hosts that are gone, or of a dry run would be.
  private static List<String> retired(Run run) {
    return run.nodes().stream()
        .filter(node -> node.outcome() == Outcome.RETIRED || run.state() == RunState.PLANNED)
        .map(NodeOutcome::host)
        .toList();
  }

  private static List<String> names(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Plan _, SavedPlan _ -> List.of(); // what is done with it tells the names
      case Run run -> retired(run);
      case Standing run -> List.of(run.id());
      case RunRow row -> List.of(row.head().id());
      case ErrandRow row -> row.errand().run().stream().toList();
      case Diagnosis diagnosis -> diagnosis.failures();
      case Nodes nodes -> Views.Row.of(nodes).stream().map(Views.NODES.name()).toList();
      case Cluster cluster -> List.of(cluster.id());
      case Queue queue -> List.of(queue.label());
      case Job job -> List.of(job.id());
      case Operation operation -> List.of(operation.id());
      case Block block -> List.of(block.name());
      case List<?> list -> list.stream().flatMap(each -> names(each).stream()).toList();
      default -> List.of(value.toString());
    };
  }
}
