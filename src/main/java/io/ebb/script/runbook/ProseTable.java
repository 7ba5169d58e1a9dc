package io.ebb.script.runbook;

import io.ebb.text.Line;
import io.ebb.text.Palette;
import io.ebb.text.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/// A table of prose for a terminal. Nothing of it is cut off: in a narrow terminal its cells become
/// higher.
final class ProseTable {
  private static final String GAP = "  ";

  private final Palette palette;
  private final List<TableCell.Alignment> alignments = new ArrayList<>();
  private final List<List<Flow>> rows = new ArrayList<>();

  ProseTable(TableBlock table, Palette palette) {
    this.palette = palette;
    children(table).flatMap(ProseTable::children).forEach(this::row);
  }

  private void row(Node row) {
    boolean head = row.getParent() instanceof TableHead;
    List<Flow> cells = new ArrayList<>();
    children(row)
        .forEach(cell -> {
          cells.add(new Flow(Spans.of(cell, palette, head ? Style.BOLD : null)));
          if (head) {
            alignments.add(alignment((TableCell) cell));
          }
        });
    rows.add(cells);
  }

  private static TableCell.Alignment alignment(TableCell cell) {
    TableCell.Alignment alignment = cell.getAlignment();
    return alignment == null ? TableCell.Alignment.LEFT : alignment;
  }

  List<String> lines(int columns) {
    int[] widths = widths(columns);
    List<String> lines = new ArrayList<>(lines(rows.getFirst(), widths));
    lines.add(
        Arrays.stream(widths)
            .mapToObj(width -> palette.paint(Style.DIM, "─".repeat(width)))
            .collect(Collectors.joining(GAP)));
    rows.subList(1, rows.size()).forEach(row -> lines.addAll(lines(row, widths)));
    return lines;
  }

  private List<String> lines(List<Flow> row, int[] widths) {
    List<List<String>> cells =
        IntStream.range(0, row.size())
            .mapToObj(at -> aligned(row.get(at), widths[at], alignments.get(at)))
            .toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, height)
        .mapToObj(line ->
            IntStream.range(0, cells.size())
                .mapToObj(at ->
                    line < cells.get(at).size() ? cells.get(at).get(line) : " ".repeat(widths[at]))
                .collect(Collectors.joining(GAP))
                .stripTrailing())
        .toList();
  }

  private List<String> aligned(Flow cell, int width, TableCell.Alignment alignment) {
    List<String> painted = cell.lines(width, palette);
    List<String> plain = cell.lines(width, Palette.PLAIN);
    return IntStream.range(0, painted.size())
        .mapToObj(line -> {
          int room = Math.max(0, width - Line.of(plain.get(line)).width());
          int before =
              switch (alignment) {
                case LEFT -> 0;
                case CENTER -> room / 2;
                case RIGHT -> room;
              };
          return " ".repeat(before) + painted.get(line) + " ".repeat(room - before);
        })
        .toList();
  }

  /// The widest column gives way first, down to its longest word.
  private int[] widths(int columns) {
    int[] widths = new int[alignments.size()];
    int[] least = new int[alignments.size()];
    for (List<Flow> row : rows) {
      for (int at = 0; at < row.size(); at++) {
        widths[at] = Math.max(widths[at], row.get(at).width());
        least[at] = Math.max(least[at], row.get(at).leastWidth());
      }
    }
    int gaps = GAP.length() * (widths.length - 1);
    for (int excess = Arrays.stream(widths).sum() + gaps - columns; excess > 0; excess--) {
      int widest = widestAbove(least, widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int widestAbove(int[] least, int[] widths) {
    return IntStream.range(0, widths.length)
        .filter(at -> widths[at] > least[at])
        .reduce((one, other) -> widths[other] > widths[one] ? other : one)
        .orElse(-1);
  }

  private static Stream<Node> children(Node parent) {
    return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNext);
  }
}
