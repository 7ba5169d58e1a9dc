package io.ebb.cli;

import io.ebb.script.head.Head;
import io.ebb.script.head.Parameter;
import io.ebb.text.Column;
import io.ebb.text.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// The help of one script or runbook: what its head says, and the parameters as options.
final class ScriptHelp {
  private ScriptHelp() {}

  static void print(String file, Head head, CommandLine command) {
    PrintWriter out = command.getOut();
    out.println(head.title().isEmpty() ? file : head.title());
    if (!head.description().isEmpty()) {
      out.println(head.description());
    }
    out.println();
    out.println("Usage: ebb run " + file + " [--PARAMETER VALUE …] [OPTIONS]");
    out.println();
    if (!head.parameters().isEmpty()) {
      out.println("Parameters:");
      out.print(table(head.parameters()).indent(2));
      out.println();
    }
    out.println("Options:");
    out.print(command.getHelp().optionList());
    out.flush();
  }

  private static String table(List<Parameter> parameters) {
    Table table = new Table(Column.left("option"), Column.left("type"), Column.left("meaning"));
    parameters.forEach(
        each -> table.row("--" + each.name(), each.type().label(), String.join("; ", about(each))));
    return table.render();
  }

  private static List<String> about(Parameter parameter) {
    List<String> about = new ArrayList<>();
    if (!parameter.help().isEmpty()) {
      about.add(parameter.help());
    }
    if (parameter.required()) {
      about.add("must be given");
    }
    if (parameter.fallback() != null) {
      about.add("default " + parameter.fallback());
    }
    if (!parameter.choices().isEmpty()) {
      about.add("one of " + String.join(", ", parameter.choices()));
    }
    if (parameter.min() != null) {
      about.add("at least " + parameter.min());
    }
    if (parameter.max() != null) {
      about.add("at most " + parameter.max());
    }
    return about;
  }
}
