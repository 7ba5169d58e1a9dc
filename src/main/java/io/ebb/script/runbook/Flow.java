package io.ebb.script.runbook;

import io.ebb.text.Line;
import io.ebb.text.Palette;
import java.util.ArrayList;
import java.util.List;

/// Running text cut into lines: between words, and between Chinese characters, of which none begins
/// a line with what closes a sentence or a bracket. A word that is too long is left whole, for
/// people to copy.
final class Flow {
  private final List<Atom> atoms = new ArrayList<>();
  private boolean blank;
  private boolean newLine;
  private boolean softBreak;
  private int last = ' ';

  /// What is not cut.
  ///
  /// @param spans mutable while the text is read
  private record Atom(List<Span> spans, boolean blankBefore, boolean newLine) {
    int width() {
      return spans.stream().mapToInt(span -> Line.of(span.text()).width()).sum();
    }

    String painted(Palette palette) {
      StringBuilder text = new StringBuilder();
      for (Span span : spans) {
        String safe = Line.of(span.text()).toString();
        text.append(span.style() == null ? safe : palette.paint(span.style(), safe));
      }
      return text.toString();
    }
  }

  Flow(List<Span> spans) {
    for (Span span : spans) {
      span.text().codePoints().forEach(character -> take(character, span));
    }
  }

  /// One line of plain text, which goes on below its own beginning.
  static List<String> indented(String line, int columns) {
    String text = line.replace("\t", "    ").stripTrailing();
    if (Line.of(text).width() <= columns) {
      return List.of(Line.of(text).toString());
    }
    String indent = " ".repeat(text.length() - text.stripLeading().length());
    return new Flow(List.of(new Span(text.strip(), null)))
        .lines(Math.max(1, columns - indent.length()), Palette.PLAIN).stream()
            .map(part -> indent + part)
            .toList();
  }

  private void take(int character, Span span) {
    if (character == Span.HARD_BREAK.charAt(0)) {
      newLine = true;
      last = ' ';
    } else if (character == Span.SOFT_BREAK.charAt(0)) {
      softBreak = true;
    } else if (Character.isWhitespace(character)) {
      blank = true;
    } else {
      blank |= softBreak && !(wide(last) && wide(character));
      put(character, span);
    }
  }

  private void put(int character, Span span) {
    boolean between = (wide(last) || wide(character)) && !opens(last) && !closes(character);
    if (atoms.isEmpty() || blank || newLine || between) {
      atoms.add(new Atom(new ArrayList<>(), blank, newLine));
    }
    List<Span> spans = atoms.getLast().spans();
    String text = Character.toString(character);
    if (!spans.isEmpty() && spans.getLast().style() == span.style()) {
      text = spans.removeLast().text() + text;
    }
    spans.add(new Span(text, span.style()));
    blank = false;
    newLine = false;
    softBreak = false;
    last = character;
  }

  private static boolean wide(int character) {
    return character > 0x7f && Line.of(Character.toString(character)).width() > 1;
  }

  private static boolean opens(int character) {
    int type = Character.getType(character);
    return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
  }

  private static boolean closes(int character) {
    int type = Character.getType(character);
    return type == Character.END_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION;
  }

  /// How wide it is where it is not cut.
  int width() {
    int widest = 0;
    int width = 0;
    for (Atom atom : atoms) {
      width = atom.newLine() ? atom.width() : width + atom.width() + (atom.blankBefore() ? 1 : 0);
      widest = Math.max(widest, width);
    }
    return widest;
  }

  /// How wide it is at least.
  int leastWidth() {
    return atoms.stream().mapToInt(Atom::width).max().orElse(0);
  }

  /// The lines, painted; one empty line when there is no text.
  List<String> lines(int columns, Palette palette) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int width = 0;
    for (Atom atom : atoms) {
      int gap = atom.blankBefore() && width > 0 ? 1 : 0;
      if (atom.newLine() || (width > 0 && width + gap + atom.width() > columns)) {
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
        gap = 0;
      }
      line.append(" ".repeat(gap)).append(atom.painted(palette));
      width += gap + atom.width();
    }
    lines.add(line.toString());
    return lines;
  }
}
