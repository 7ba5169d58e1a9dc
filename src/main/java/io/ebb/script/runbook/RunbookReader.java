package io.ebb.script.runbook;

import static java.util.Comparator.comparingInt;

import io.ebb.script.head.Head;
import io.ebb.script.head.HeadException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/// Cuts one runbook into prose and blocks, and collects everything that is wrong with it.
final class RunbookReader {
  private static final String NO_COMMENT = "";

  private final String file;
  private final String text;
  private final int headLines;
  private final Lines lines;
  private final List<Wrong> wrong = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private int blocks;
  private String definitions = "";
  private final Map<String, Integer> named = new HashMap<>();

  /// @param line where it is, from 1; 0 when it concerns no line
  private record Wrong(int line, String sentence) {}

  RunbookReader(String file, String text) {
    this.file = file;
    this.text = text;
    int end = Head.end(NO_COMMENT, text);
    this.headLines = end == 0 ? 0 : (int) text.substring(0, end).lines().count();
    this.lines = new Lines(text);
  }

  Draft read() {
    Head head = head();
    boolean soundHead = wrong.isEmpty();
    String body = lines.slice(headLines, lines.count());
    Node document = Markdown.parse(body);
    definitions = definitions(document);
    int from = headLines;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FencedCodeBlock fence) {
        from = fence(fence, from);
      }
    }
    prose(from, lines.count());
    Strays.find(document, new Lines(body), (line, why) -> complain(headLines + line + 1, why));
    if (blocks == 0 && (wrong.isEmpty() || !soundHead)) {
      wrong.add(
          new Wrong(
              0, file + ": nothing is carried out: no fence is of js or python, or says {manual}"));
    }
    return new Draft(new Runbook(file, text, head, parts, null), violations());
  }

  /// Prose is shown piece by piece, and a link may be defined in another piece.
  private String definitions(Node document) {
    StringBuilder found = new StringBuilder();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof LinkReferenceDefinition definition) {
        int first = headLines + definition.getSourceSpans().getFirst().getLineIndex();
        int last = headLines + definition.getSourceSpans().getLast().getLineIndex();
        found.append(lines.slice(first, last + 1).stripTrailing()).append('\n');
      }
    }
    return found.toString();
  }

  private List<String> violations() {
    return wrong.stream().sorted(comparingInt(Wrong::line)).map(Wrong::sentence).toList();
  }

  private Head head() {
    if (text.stripLeading().startsWith("---") && !text.startsWith("---")) {
      complain(1, "the head must begin in the first line of the file");
    }
    try {
      return Head.of(file, NO_COMMENT, text);
    } catch (HeadException e) {
      e.violations().forEach(each -> wrong.add(new Wrong(0, each)));
      return Head.NONE;
    }
  }

  /// @param from the line behind the block before
  /// @return the line behind the last block
  private int fence(FencedCodeBlock node, int from) {
    int first = headLines + node.getSourceSpans().getFirst().getLineIndex();
    int behind = headLines + node.getSourceSpans().getLast().getLineIndex() + 1;
    if (node.getClosingFenceLength() == null) {
      complain(first + 1, "the fence is not closed");
    }
    Fence fence = Fence.opened(lines.line(first)).orElseThrow();
    int place = blocks + 1;
    return new BlockReader(fence, why -> complain(first + 1, why))
        .block(node.getLiteral(), first + 1, "block-" + place)
        .map(block -> {
          prose(from, first);
          add(block);
          return behind;
        })
        .orElse(from);
  }

  private void add(Block block) {
    Integer other = named.putIfAbsent(block.name(), block.line());
    if (other != null) {
      complain(block.line(), "the block of line " + other + " is named " + block.name() + ", too");
    }
    parts.add(block);
    blocks++;
  }

  private void prose(int from, int to) {
    String slice = lines.slice(from, to);
    if (!slice.isBlank()) {
      parts.add(new Prose(slice, from + 1, definitions));
    }
  }

  private void complain(int line, String why) {
    wrong.add(new Wrong(line, file + ":" + line + ": " + why));
  }
}
