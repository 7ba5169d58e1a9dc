package io.ebb.script.manual;

import io.ebb.script.Language;
import io.ebb.script.head.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The parameters that the scripts of a folder declare, as members of the type of `params`. What
/// two scripts declare under one name with different types is of any: each knows its own.
///
/// @param declared by name in camelCase
record HeadTypes(SequencedMap<String, List<Parameter>> declared) {

  static HeadTypes of(List<Parameter> parameters) {
    SequencedMap<String, List<Parameter>> declared = new LinkedHashMap<>();
    parameters.forEach(parameter ->
        declared.computeIfAbsent(parameter.key(), _ -> new ArrayList<>()).add(parameter));
    return new HeadTypes(declared);
  }

  String typescript() {
    return members((name, parameters) ->
        TypeScriptStub.comment(List.of(help(parameters)))
            + name
            + ": "
            + type(parameters, HeadTypes::typescript, "any")
            + ";\n");
  }

  String python() {
    return members((name, parameters) ->
        Language.PYTHON.spell(name)
            + ": "
            + type(parameters, HeadTypes::python, "Any")
            + "\n\"\"\""
            + help(parameters)
            + "\"\"\"\n");
  }

  private String members(BiFunction<String, List<Parameter>, String> writer) {
    return declared.entrySet().stream()
        .map(each -> writer.apply(each.getKey(), each.getValue()))
        .collect(Collectors.joining());
  }

  private static String type(
      List<Parameter> parameters, Function<Parameter, String> type, String any) {
    List<String> types = parameters.stream().map(type).distinct().toList();
    return types.size() == 1 ? types.getFirst() : any;
  }

  private static String help(List<Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> "`%s`: %s".formatted(parameter.type().label(), parameter.help()).strip())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String typescript(Parameter parameter) {
    return switch (parameter.type()) {
      case INT, NUMBER -> "number";
      case BOOL -> "boolean";
      case STRING, DURATION, CLUSTER, QUEUE, NODES, PATH, SECRET -> "string";
    };
  }

  private static String python(Parameter parameter) {
    return switch (parameter.type()) {
      case INT -> "int";
      case NUMBER -> "float";
      case BOOL -> "bool";
      case STRING, DURATION, CLUSTER, QUEUE, NODES, PATH, SECRET -> "str";
    };
  }
}
