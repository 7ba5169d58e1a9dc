package io.ebb.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Reads a number with a fraction where the reply may have a text or nothing instead (Q24). What
/// cannot be read is no number, because no number is worth losing a whole list for.
final class LenientDouble extends StdScalarDeserializer<Double> {
  LenientDouble() {
    super(Double.class);
  }

  @Override
  public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) {
    String text = context.readTree(parser).asString("");
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException nothing) {
      return null;
    }
  }
}
