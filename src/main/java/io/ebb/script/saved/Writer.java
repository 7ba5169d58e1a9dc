package io.ebb.script.saved;

import io.ebb.plan.Limits;
import io.ebb.plan.OnDeadline;
import io.ebb.script.Language;
import io.ebb.script.head.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes what was selected of a session.
final class Writer {
  private final Selection selection;
  private final List<Unit> units;
  private final Pulled pulled = new Pulled();
  private Limits limits = Limits.defaults();
  private @Nullable OnDeadline onDeadline;
  private final List<String> notes;

  Writer(Selection selection) {
    this.selection = selection;
    this.units = selection.units();
    this.notes = new ArrayList<>(selection.results().notes());
  }

  Saved script(Language language, String title) {
    Head head = head(title);
    String text = head.text(language.comment()) + code(units);
    return new Saved(head, text, notes);
  }

  Saved runbook(String title) {
    Head head = head(title);
    StringBuilder text = new StringBuilder(head.text("")).append("\n# ").append(title).append('\n');
    for (int from = 0, to; from < units.size(); from = to) {
      Language language = units.get(from).language();
      to = from;
      while (to < units.size() && units.get(to).language() == language) {
        to++;
      }
      String code = code(units.subList(from, to));
      String fence = fence(code);
      text.append('\n').append(fence).append(language.id()).append('\n');
      text.append(code).append(fence).append('\n');
    }
    return new Saved(head, text.toString(), notes);
  }

  /// The marks of a fence that no line of the code closes.
  private static String fence(String code) {
    String fence = "```";
    while (code.contains(fence)) {
      fence += "`";
    }
    return fence;
  }

  /// Changes the units on the way.
  private Head head(String title) {
    units.stream().filter(Unit::loaded).forEach(this::takeHead);
    if (units.stream().noneMatch(Writer::bindsParams)) {
      Literals.in(units).forEach(pulled::pull);
    }
    units.forEach(this::showing);
    Redeclared.mend(units);
    units.stream()
        .filter(selection::startsUp)
        .forEach(unit -> notes.add("it begins with " + unit.name() + ", which it uses"));
    return new Head(title, "", pulled.parameters(), limits, onDeadline);
  }

  private void takeHead(Unit unit) {
    Head head = Head.of(unit.name(), unit.language().comment(), unit.code().text());
    head.parameters().forEach(each -> pulled.take(unit, each));
    limits = limits.strictest(head.limits());
    onDeadline = head.onDeadline() == null ? onDeadline : head.onDeadline();
  }

  /// Whether the name of the parameters may mean something else there.
  private static boolean bindsParams(Unit unit) {
    Code code = unit.code();
    return IntStream.range(0, code.size())
        .anyMatch(at ->
            code.is(at, Pulled.PARAMS)
                && !code.isMember(at)
                && !code.isKey(at)
                && !code.is(at + 1, ".")
                && !code.is(at + 1, "["));
  }

  /// What the session has shown, the script shows too.
  private void showing(Unit unit) {
    String name = selection.results().name(unit);
    if (name != null) {
      boolean javascript = unit.language() == Language.JAVASCRIPT;
      unit.insert(unit.last().start(), (javascript ? "const " : "") + name + " = ");
      unit.insert(unit.codeEnd(), "\nshow(" + name + ")");
    } else if (unit.single()
        && unit.endsInExpression()
        && !unit.spoken().silent()
        && unit.definitions().isEmpty()
        && !Sayings.changes(unit.code())) {
      boolean several = Sayings.hasComma(unit.code());
      unit.insert(unit.last().start(), several ? "show((" : "show(");
      unit.insert(unit.codeEnd(), several ? "))" : ")");
    }
  }

  /// Statements of several lines stand apart from the others.
  private String code(List<Unit> units) {
    StringBuilder code = new StringBuilder();
    boolean apart = false;
    for (Unit unit : units) {
      String text = unit.text();
      boolean lines = text.contains("\n") && selection.results().name(unit) == null;
      if (!code.isEmpty()) {
        code.append(apart || lines ? "\n" : "").append(hangsOn(unit, text) ? ";" : "");
      }
      code.append(text).append('\n');
      apart = lines;
    }
    return code.toString();
  }

  /// Whether JavaScript would take the text for more of the line above.
  private static boolean hangsOn(Unit unit, String text) {
    return unit.language() == Language.JAVASCRIPT && text.matches("(?s)([(\\[`+-]|/[^/*]).*");
  }
}
