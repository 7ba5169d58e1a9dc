package io.ebb.script;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ebb.plan.Batches;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes what enters a script as JSON, `{"value": …}` or `{"error": …}`, and reads it back: equal,
/// moments to the nanosecond.
final class Answers {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultVisibility(visible ->
              visible
                  .withFieldVisibility(Visibility.ANY)
                  .withGetterVisibility(Visibility.NONE)
                  .withIsGetterVisibility(Visibility.NONE))
          .addMixIn(Batches.class, Notation.class)
          .disable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // an answer is a part of an object
          .build();

  private static final String VALUE = "value";
  private static final String ERROR = "error";

  private Answers() {}

  /// Batches are one text.
  private interface Notation {
    @JsonValue
    String label();

    @JsonCreator
    static Batches parse(String text) {
      return Batches.parse(text);
    }
  }

  static String gave(@Nullable Object value) {
    return "{\"" + VALUE + "\":" + MAPPER.writeValueAsString(value) + "}";
  }

  static String threw(RuntimeException error) {
    return "{\"" + ERROR + "\":" + MAPPER.writeValueAsString(Thrown.of(error)) + "}";
  }

  /// Whether a value was given, and no error told instead.
  static boolean isGiven(String answer) {
    return answer.startsWith("{\"" + VALUE + '"');
  }

  /// What was given. Throws the error that was told instead, if one was.
  ///
  /// @throws IllegalStateException when another version has written it in a form unknown to this
  static <T> T read(String answer, Form<T> form) {
    try (JsonParser parser = MAPPER.createParser(answer)) {
      parser.nextToken();
      String shape = String.valueOf(parser.nextName());
      parser.nextToken();
      return switch (shape) {
        case VALUE -> MAPPER.readValue(parser, form.type());
        case ERROR -> throw MAPPER.readValue(parser, Thrown.class).again();
        default ->
            throw new IllegalStateException(unknown("neither a value nor an error: " + shape));
      };
    } catch (JacksonException e) {
      throw new IllegalStateException(unknown(e.getOriginalMessage()), e);
    }
  }

  private static String unknown(String why) {
    return "a recorded answer cannot be read by this version of Ebb: "
        + why
        + "; resume with the version that began the run";
  }
}
