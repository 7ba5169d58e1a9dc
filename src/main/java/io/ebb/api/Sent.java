package io.ebb.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was sent, for a person or a journal that has to find out what came of it.
///
/// @param method `POST`
/// @param path the path below `/api`, for example `/cluster/deleteNodes`
/// @param at when, by the service's clock as far as known; compare it with the times of operations
/// @param parameters what was asked for, by the names of the wire, texts, numbers, lists and maps;
///   a password is `…`, and nothing of the signature is in it
public record Sent(String method, String path, Instant at, Map<String, Object> parameters) {
  private static final String MASK = "…";

  /// Keeps the order of the parameters.
  public Sent {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  static Sent of(String method, String path, Instant at, Map<String, Object> parameters) {
    return new Sent(method, path, at.truncatedTo(ChronoUnit.SECONDS), masked(parameters));
  }

  private static Map<String, Object> masked(Map<?, ?> fields) {
    Map<String, Object> shown = new LinkedHashMap<>();
    fields.forEach((name, value) -> shown.put(name.toString(), masked(name.toString(), value)));
    return shown;
  }

  private static Object masked(String name, Object value) {
    if (name.toLowerCase(Locale.ROOT).contains("password")) {
      return MASK;
    }
    return switch (value) {
      case Map<?, ?> inner -> masked(inner);
      case List<?> items -> items.stream().map(item -> masked("", item)).toList();
      default -> value;
    };
  }

  /// On one line: `POST /cluster/deleteNodes at 2021-08-19T16:44:40Z {cluster_id=…, node_ids=[…]}`.
  @Override
  public String toString() {
    return "%s %s at %s %s".formatted(method, path, at, parameters);
  }
}
