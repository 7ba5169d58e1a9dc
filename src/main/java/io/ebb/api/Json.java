package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireSoftware;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// How records become what is sent, and how replies, however odd, become records.
///
/// Fields nobody knows are ignored; a missing or null text is empty; a number that is missing,
/// null, empty or none is 0, or null where that differs (Q24); one value stands for a list of one;
/// times are read leniently (Q26); a part that nobody acts on may be anything ([OddParts]).
final class Json {
  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> PLAIN =
      new TypeReference<>() {};

  private final JsonMapper mapper =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .withCoercionConfigDefaults(coercion ->
              coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
          .withConfigOverride(
              List.class,
              list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .annotationIntrospector(new UnknownFields())
          .addHandler(new RetCode())
          .addHandler(new OddParts())
          .addModule(
              new SimpleModule()
                  .addDeserializer(String.class, new LenientText())
                  .addDeserializer(Integer.class, LenientInteger.orNull())
                  .addDeserializer(int.class, LenientInteger.orZero())
                  .addDeserializer(Double.class, new LenientDouble())
                  .addDeserializer(Instant.class, new LenientInstant())
                  .addSerializer(Instant.class, new PlainInstant()))
          .build();

  private final JsonMapper keepingNulls =
      mapper
          .rebuild()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
          .build();

  /// The fields of a request by their names on the wire, in the order they are declared; those that
  /// are null are left out.
  Map<String, Object> fields(Object request) {
    return mapper.convertValue(request, FIELDS);
  }

  /// The tree of a reply. Throws `JacksonException` when it is not JSON.
  JsonNode tree(byte[] reply) {
    return mapper.readTree(reply);
  }

  /// The record of a reply; of one that holds nothing, its tree. Throws `JacksonException` when it
  /// does not fit.
  Object read(JsonNode tree, Type type) {
    return type == void.class
        ? tree
        : mapper.treeToValue(SoftwareSet.listed(tree), mapper.constructType(type));
  }

  /// The page of a reply that is one and is well, in a single reading; empty for any other, of
  /// which the [#tree] tells more.
  Optional<Object> page(byte[] reply, Type type) {
    if (!isPlainPage(type)) {
      return Optional.empty();
    }
    RetCode.Found code = new RetCode.Found();
    try {
      Object page =
          mapper
              .readerFor(mapper.constructType(type))
              .withAttribute(RetCode.Found.class, code)
              .readValue(reply);
      return code.zero() ? Optional.of(page) : Optional.empty();
    } catch (JacksonException none) {
      return Optional.empty();
    }
  }

  /// Whether it is a page, and not that of the [SoftwareSet].
  private static boolean isPlainPage(Type type) {
    return type instanceof ParameterizedType page
        && page.getRawType() == Page.class
        && page.getActualTypeArguments()[0] != WireSoftware.class;
  }

  /// A record of a reply as plain data, by the names on the wire.
  Map<String, @Nullable Object> plain(Object reply) {
    return keepingNulls.convertValue(reply, PLAIN);
  }
}
