package io.ebb.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Reads a whole number where the reply may have a text, a truth or nothing instead (Q24). What
/// cannot be read is no number, because no number is worth losing a whole list for. Nor is one that
/// is no whole number or too large: cut to fit, a serial would be that of another node.
final class LenientInteger extends StdScalarDeserializer<Integer> {
  private final @Nullable Integer none;

  private LenientInteger(@Nullable Integer none) {
    super(Integer.class);
    this.none = none;
  }

  /// Gives null for what is no number.
  static LenientInteger orNull() {
    return new LenientInteger(null);
  }

  /// Gives 0 for what is no number.
  static LenientInteger orZero() {
    return new LenientInteger(0);
  }

  @Override
  public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context) {
    return switch (parser.currentToken()) {
      case JsonToken.VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.INT
              ? Integer.valueOf(parser.getIntValue())
              : none;
      case JsonToken.VALUE_TRUE -> 1;
      case JsonToken.VALUE_FALSE -> 0;
      default -> parse(context.readTree(parser).asString(""));
    };
  }

  @Override
  public @Nullable Object getNullValue(DeserializationContext context) {
    return none;
  }

  private @Nullable Integer parse(String text) {
    try {
      return new BigDecimal(text.strip()).intValueExact();
    } catch (ArithmeticException | NumberFormatException nothing) {
      return none;
    }
  }
}
