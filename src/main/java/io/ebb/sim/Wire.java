package io.ebb.sim;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What all replies share.
final class Wire {
  private Wire() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// A time as documented, `2021-08-19T16:44:40Z`; empty for none.
  static String time(@Nullable Instant at) {
    return at == null
        ? ""
        : DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.SECONDS));
  }

  /// An operation was accepted.
  static ObjectNode accepted(String operation) {
    return object().put("job_id", operation);
  }

  /// The reply of an endpoint, made complete.
  static ObjectNode success(String action, ObjectNode content) {
    ObjectNode reply = object().put("action", action).put("ret_code", 0);
    reply.setAll(content);
    return reply;
  }

  static ObjectNode failure(String action, Refusal refusal) {
    return object()
        .put("action", action)
        .put("ret_code", refusal.code())
        .put("message", refusal.text());
  }
}
