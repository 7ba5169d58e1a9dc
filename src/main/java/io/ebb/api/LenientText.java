package io.ebb.api;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Reads a text where the reply may have a number, a list or an object instead (Q24): a list
/// becomes its JSON. No value is the empty text.
final class LenientText extends StdScalarDeserializer<String> {
  LenientText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    JsonNode tree = context.readTree(parser);
    return tree.isValueNode() ? tree.asString() : tree.toString();
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return "";
  }
}
