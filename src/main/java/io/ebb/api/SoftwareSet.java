package io.ebb.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The list of software, which is an object by name in the example and a list in the table (Q24).
final class SoftwareSet {
  private static final String SET = "hpcsw_set";
  private static final String VERSIONS = "hpcsws";
  private static final String NAME = "sw_name";

  private SoftwareSet() {}

  /// The reply with the set as a list of names with versions; any other reply as it is.
  static JsonNode listed(JsonNode reply) {
    if (!(reply instanceof ObjectNode object) || !reply.path(SET).isContainer()) {
      return reply;
    }
    JsonNode set = object.get(SET);
    ArrayNode list = object.arrayNode();
    set.properties().forEach(entry -> list.add(named(entry.getKey(), entry.getValue())));
    if (set.isArray()) {
      set.forEach(each -> list.add(named(each.path(NAME).asString(""), each)));
    }
    object.set(SET, list);
    return object;
  }

  private static ObjectNode named(String name, JsonNode software) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put(NAME, name);
    out.set(VERSIONS, software.has(VERSIONS) ? software.get(VERSIONS) : software);
    return out;
  }
}
