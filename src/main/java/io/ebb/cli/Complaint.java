package io.ebb.cli;

import io.ebb.api.EhpcException;
import io.ebb.cluster.NoSuchNodeException;
import io.ebb.cluster.NoSuchQueueException;
import io.ebb.cluster.NodeSetException;
import io.ebb.plan.PlanFileException;
import io.ebb.run.JournalException;
import io.ebb.run.LeaseLostException;
import io.ebb.run.NoSuchRunException;
import io.ebb.run.RefusedException;
import io.ebb.run.TamperedException;
import io.ebb.script.CancelledException;
import io.ebb.script.DifferentCallException;
import io.ebb.script.ScriptException;
import io.ebb.script.StillStoppingException;
import io.ebb.script.head.HeadException;
import io.ebb.settings.SettingsException;
import io.ebb.sim.ScenarioException;
import io.ebb.text.Line;
import io.ebb.text.Palette;
import io.ebb.text.Paragraph;
import io.ebb.text.Style;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Tells on standard error why a command failed: what happened, to what, and what to do.
///
/// @param kind the sort of error, in a word
/// @param message what happened
/// @param code the API's `ret_code`; 0 when it was not the API
/// @param hint what to do; empty when the message says all
/// @param place where in a script; null when it was in none
/// @param expected whether it is an error that Ebb knows; else a fault of Ebb's own
record Complaint(
    String kind,
    String message,
    int code,
    String hint,
    @Nullable ScriptException place,
    boolean expected) {

  static Complaint about(Throwable error) {
    return switch (error) {
      case AfterRunsException e -> about(e.original());
      case ScriptException e when e.getCause() instanceof DifferentCallException ->
          of("script", e, e.hint()).at(e);
      case ScriptException e when e.getCause() != null -> about(e.getCause()).at(e);
      case ScriptException e -> of("script", e, e.hint()).at(e);
      case EhpcException e -> new Complaint(e.kind(), text(e), e.code(), e.hint(), null, true);
      case RefusedException e -> of("refused", e, e.hint());
      case PlanFileException e -> of("plan", e, "");
      case JournalException e -> of("journal", e, "");
      case TamperedException e -> of("tampered", e, "");
      case LeaseLostException e -> of("taken over", e, "see who carries it out now with ebb runs");
      case NoSuchRunException e -> of("not found", e, "see the latest runs with ebb runs");
      case NoSuchNodeException e -> of("not found", e, "");
      case NoSuchQueueException e -> of("not found", e, "see the cluster's queues with ebb queues");
      case NodeSetException e -> of("node set", e, "");
      case HeadException e -> of("usage", e, "");
      case UsageException e -> of("usage", e, "");
      case SettingsException e -> of("settings", e, "");
      case ScenarioException e -> of("scenario", e, "");
      case CancelledException e -> of("interrupted", e, "");
      case StillStoppingException e -> of("interrupted", e, "");
      case CommandLine.ParameterException e -> of("usage", e, UsageHint.of(e));
      case IllegalArgumentException e -> of("usage", e, "");
      default ->
          new Complaint(
              "internal",
              "something went wrong inside Ebb: " + error,
              0,
              "run it again with -v and report what it prints",
              null,
              false);
    };
  }

  private static Complaint of(String kind, Throwable error, String hint) {
    return new Complaint(kind, text(error), 0, hint, null, true);
  }

  private static String text(Throwable error) {
    return error.getMessage() == null ? error.toString() : error.getMessage();
  }

  /// The same, with commands named as they are typed there.
  Complaint spelt(Common common) {
    return new Complaint(kind, common.spelt(message), code, common.spelt(hint), place, expected);
  }

  private Complaint at(ScriptException script) {
    return new Complaint(kind, message, code, hint, script, expected);
  }

  /// Tells it in the format of the results.
  ///
  /// @param columns the width that prose is wrapped at
  void tell(PrintStream err, Format format, Palette palette, int columns) {
    switch (format) {
      case JSON -> err.println(new JsonMapper().writeValueAsString(data()));
      case YAML -> err.print(new YAMLMapper().writeValueAsString(data()));
      case TABLE, NAME -> err.print(text(palette, columns));
    }
    err.flush();
  }

  private String text(Palette palette, int columns) {
    String at = place == null ? "" : place.place() + ": ";
    int before = Line.of(at).width();
    String text = at + wrapped(before, "error: ", message, Style.ERROR, palette, columns);
    if (place != null && !place.excerpt().isEmpty()) {
      text += place.excerpt().indent(2);
    }
    return hint.isEmpty() ? text : text + wrapped(0, "hint: ", hint, Style.BOLD, palette, columns);
  }

  /// Label and text; a line of the text that is too long goes on below itself.
  ///
  /// @param before how wide that is which stands before the label
  private static String wrapped(
      int before, String label, String text, Style style, Palette palette, int columns) {
    StringBuilder out = new StringBuilder(palette.paint(style, label));
    int used = before + label.length();
    for (String line : text.lines().toList()) {
      String indent = " ".repeat(line.length() - line.stripLeading().length());
      int room = columns - indent.length();
      List<String> parts = Paragraph.wrap(line.strip(), room - used, room);
      out.append(indent).append(String.join("\n" + indent, parts)).append('\n');
      used = 0;
    }
    return out.toString();
  }

  private Map<String, Object> data() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("kind", kind);
    error.put("code", code);
    error.put("message", message);
    error.put("hint", hint);
    if (place != null) {
      error.put("file", place.file());
      error.put("line", place.line());
      error.put("column", place.column());
      error.put("step", place.step());
    }
    return Map.of("error", error);
  }
}
