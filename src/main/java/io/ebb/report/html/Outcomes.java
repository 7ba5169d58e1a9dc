package io.ebb.report.html;

import io.ebb.report.NodeRow;
import io.ebb.report.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What became of each node.
final class Outcomes {
  private final Page page;
  private final List<NodeRow> nodes;

  Outcomes(Page page) {
    this.page = page;
    this.nodes = page.report().nodes();
  }

  /// Nodes of which the same became, in one line.
  void folded() {
    Table table = page.table("Outcomes", "Nodes|hosts", "Outcome|t", "Why|wide", "Count|num");
    table.holding(() -> {
      for (Report.Fate fate : page.report().fates()) {
        table.row(
            Tone.of(fate.outcome()),
            1,
            fate.hosts(),
            Tone.words(fate.outcome()),
            fate.reason(),
            String.format(Locale.ROOT, "%,d", fate.nodes().size()));
      }
    });
  }

  /// Each in a line of its own.
  void each() {
    boolean several = nodes.stream().map(NodeRow::run).distinct().count() > 1;
    Table table =
        several
            ? page.table(
                "Nodes",
                "Node|hosts",
                "Outcome|t",
                "Why|wide",
                "Settled|t",
                "Queue",
                "Id|id",
                "Run|id")
            : page.table(
                "Nodes", "Node|hosts", "Outcome|t", "Why|wide", "Settled|t", "Queue", "Id|id");
    table.holding(() -> {
      for (NodeRow node : nodes) {
        String[] cells = {
          node.host(),
          Tone.words(node.outcome()),
          node.reason(),
          page.times().at(node.at()),
          node.queue().isEmpty() ? "none" : node.queue(),
          node.id()
        };
        table.row(Tone.of(node.outcome()), 1, several ? with(cells, node.run()) : cells);
      }
    });
  }

  private static String[] with(String[] cells, String last) {
    String[] more = Arrays.copyOf(cells, cells.length + 1);
    more[cells.length] = last;
    return more;
  }
}
