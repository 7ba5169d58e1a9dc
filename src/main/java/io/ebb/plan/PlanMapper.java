package io.ebb.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// How the parts of a plan are written as JSON: names in snake case, moments and spans by ISO 8601,
/// choices in lower case. What is read has to be complete, and nothing else may stand there.
final class PlanMapper {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addMixIn(Step.class, Steps.class)
          .addMixIn(Batches.class, BatchNotation.class)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private PlanMapper() {}

  /// Each step tells its kind.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = Step.Drain.class, name = "drain"),
    @JsonSubTypes.Type(value = Step.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = Step.Verify.class, name = "verify"),
    @JsonSubTypes.Type(value = Step.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = Step.Confirm.class, name = "confirm"),
  })
  private interface Steps {}

  /// Batches are one text, in the notation of the options.
  private interface BatchNotation {
    @JsonValue
    String label();

    @JsonCreator
    static Batches parse(String text) {
      return Batches.parse(text);
    }
  }
}
