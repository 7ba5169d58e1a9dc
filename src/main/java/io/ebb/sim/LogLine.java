package io.ebb.sim;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request and what came of it, on one line without secrets.
final class LogLine {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern SECRET = Pattern.compile(".*(password|secret|key|token|env).*");
  private static final int LONGEST = 200;

  private LogLine() {}

  /// For example `2026-11-21T10:00:05Z POST /cluster/deleteNodes ret_code=0 3ms
  /// node_ids=["cln-1"]`.
  static String of(Call call, RawRequest request) {
    String line =
        "%s %s %s %s %dms%s%s"
            .formatted(
                call.at(),
                call.method(),
                call.path(),
                call.retCode() == Call.NONE ? "unanswered" : "ret_code=" + call.retCode(),
                call.took().toMillis(),
                parameters(request),
                call.faults().isEmpty() ? "" : " fault=" + faults(call));
    // What a caller sends must not look like another line, or steer a terminal.
    return line.replaceAll("\\p{Cntrl}", "?");
  }

  private static String faults(Call call) {
    return call.faults().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String parameters(RawRequest request) {
    Map<String, String> shown = new LinkedHashMap<>();
    try {
      Query.parse(request.rawQuery()).forEach(shown::put);
      shown.keySet().removeAll(Admission.COMMON);
      if (!request.body().isEmpty()) {
        JSON.readTree(request.body())
            .properties()
            .forEach(field -> shown.put(field.getKey(), text(field.getValue())));
      }
    } catch (Refusal | JacksonException e) {
      shown.put("unreadable", e.getClass().getSimpleName());
    }
    shown.remove("zone");
    return shown.entrySet().stream()
        .map(entry -> " " + entry.getKey() + "=" + value(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  /// Objects hold accounts and passwords, and are not shown.
  private static String text(JsonNode value) {
    return value.isObject() ? "{…}" : value.isString() ? value.asString() : value.toString();
  }

  private static String value(String name, String value) {
    if (SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      return "***";
    }
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }
}
