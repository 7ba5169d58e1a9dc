package io.ebb.run;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ebb.plan.Batches;
import io.ebb.plan.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Entries as JSON: names in snake case, moments by ISO 8601, choices in lower case; what is null
/// is left out. What any version has written is read for ever: parts that are not known are passed
/// over, and a change of form gets a format of its own.
final class EventCodec {
  static final int FORMAT = 1;

  /// The entries by the names of their kinds.
  private static final Map<String, Class<? extends Entry>> KINDS =
      leaves(Entry.class).collect(toUnmodifiableMap(EventCodec::kind, type -> type));

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .addMixIn(Step.class, Steps.class)
          .addMixIn(Batches.class, BatchNotation.class)
          .build();

  private EventCodec() {}

  static Event encode(Entry entry) {
    byte[] json = MAPPER.writeValueAsBytes(entry);
    return new Event(Micros.of(entry.at()), kind(entry.getClass()), FORMAT, Packing.pack(json));
  }

  /// The entry that was stored.
  ///
  /// @throws UnreadableEventException when a newer version of Ebb has stored it, or nobody
  static Entry decode(Event event) {
    Class<? extends Entry> type = KINDS.get(event.kind());
    if (type == null || event.format() != FORMAT) {
      throw new UnreadableEventException(
          "it is of kind %s and format %d, which only a newer version of Ebb can read"
              .formatted(event.kind(), event.format()));
    }
    try {
      return MAPPER.readValue(Packing.unpack(event.body()), type);
    } catch (JacksonException e) {
      throw new UnreadableEventException("it cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  private static String kind(Class<?> entry) {
    return entry.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static Stream<Class<? extends Entry>> leaves(Class<? extends Entry> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(each -> leaves(each.asSubclass(Entry.class)))
        : Stream.of(type);
  }

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

  /// Batches are one text.
  private interface BatchNotation {
    @JsonValue
    String label();

    @JsonCreator
    static Batches parse(String text) {
      return Batches.parse(text);
    }
  }
}
