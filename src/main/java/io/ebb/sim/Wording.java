package io.ebb.sim;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// How a dialect words replies.
final class Wording {
  private static final int OK = 200;
  private static final String ID = "job_id";
  private static final String IDS = "job_ids";
  private static final JsonNode BLANK = StringNode.valueOf("");

  private Wording() {}

  /// The reply as the dialect words it; itself when there is nothing to change.
  static ObjectNode of(Dialect dialect, ObjectNode reply) {
    // What submitted jobs carry under the same name is the scheduler's number.
    if (reply.path(ID).asString("").startsWith("j-")) {
      operation(dialect, reply);
    }
    if (dialect.has(Variant.BLANK_NUMBERS)) {
      reply.values().stream().filter(JsonNode::isArray).forEach(Wording::blank);
    }
    return reply;
  }

  private static void operation(Dialect dialect, ObjectNode reply) {
    if (dialect.has(Variant.JOB_IDS_AS_LIST)) {
      JsonNode id = reply.remove(ID);
      reply.putArray(IDS).add(id);
    } else if (dialect.has(Variant.JOB_IDS_IN_REPLIES)) {
      reply.set(IDS, reply.remove(ID));
    }
  }

  private static void blank(JsonNode value) {
    switch (value) {
      case ObjectNode object -> {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
          if (isZero(field.getValue())) {
            field.setValue(BLANK);
          } else {
            blank(field.getValue());
          }
        }
      }
      case ArrayNode array -> array.forEach(Wording::blank);
      default -> {}
    }
  }

  private static boolean isZero(JsonNode value) {
    return value.isNumber() && value.asDouble() == 0;
  }

  /// The HTTP status of a reply with that `ret_code`.
  static int status(Dialect dialect, int retCode) {
    if (retCode == 0 || !dialect.has(Variant.HTTP_STATUS_OF_ERRORS)) {
      return OK;
    }
    return switch (retCode) {
      case 1101, 2100, 3300 -> 404;
      case 1200, 1300 -> 401;
      case 1400 -> 403;
      case 2110, 5400 -> 409;
      case 2500 -> 429;
      case 5100, 5200, 5300 -> 503;
      default -> retCode >= 5000 && retCode < 6000 ? 500 : 400;
    };
  }
}
