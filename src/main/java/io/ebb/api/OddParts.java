package io.ebb.api;

import io.ebb.api.wire.WireCluster;
import io.ebb.api.wire.WireSoftware;
import io.ebb.api.wire.WireSpec;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/// Takes a part of a reply that is something else than an object for none, if nobody acts on that
/// part: it is not worth losing a whole list for.
final class OddParts extends DeserializationProblemHandler {
  private static final Set<Class<?>> SHOWN_ONLY =
      Set.of(WireCluster.ProjectInfo.class, WireSoftware.Version.class, WireSpec.class);

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType target,
      JsonToken token,
      JsonParser parser,
      @Nullable String problem) {
    return takenForNone(target.getRawClass(), parser);
  }

  @Override
  public @Nullable Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> target,
      @Nullable ValueInstantiator instantiator,
      JsonParser parser,
      @Nullable String problem) {
    return takenForNone(target, parser);
  }

  private static @Nullable Object takenForNone(Class<?> target, JsonParser parser) {
    boolean nested = target == WireCluster.class && "app_cluster".equals(parser.currentName());
    if (!nested && !SHOWN_ONLY.contains(target)) {
      return NOT_HANDLED;
    }
    parser.skipChildren();
    return null;
  }
}
