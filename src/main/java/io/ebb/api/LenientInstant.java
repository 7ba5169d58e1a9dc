package io.ebb.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Reads a time with or without `Z`, padded or not, with ASCII or full-width colons (Q26); it is
/// UTC. What cannot be read is no time, because no time is worth losing a whole list for.
final class LenientInstant extends StdScalarDeserializer<Instant> {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})[T ](\\d{1,2})[:\uff1a](\\d{1,2})[:\uff1a](\\d{1,2})"
              + "(?:\\.\\d+)?Z?");

  LenientInstant() {
    super(Instant.class);
  }

  @Override
  public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
    return parse(context.readTree(parser).asString(""));
  }

  static @Nullable Instant parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return null;
    }
    int[] parts = new int[6];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Integer.parseInt(form.group(i + 1));
    }
    return instant(parts);
  }

  private static @Nullable Instant instant(int[] parts) {
    try {
      return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException impossible) {
      return null;
    }
  }
}
