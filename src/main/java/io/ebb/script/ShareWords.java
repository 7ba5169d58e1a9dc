package io.ebb.script;

import io.ebb.script.catalogue.Arg;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Word;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Kind(
    value = "share",
    doc = "What one language hands to the other in a session: plain data and objects, by name.")
final class ShareWords {
  private final Map<String, @Nullable Object> values;

  /// @param values what is shared, by name
  ShareWords(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  @Word(
      value = "set",
      doc = "Shares a value under a name, in place of what had the name before.",
      example = "share.set(\"idle\", nodes.idle())",
      effect = Effect.READ)
  void set(
      @Arg(value = "name", doc = "The name.") String name,
      @Arg(value = "value", doc = "Plain data, or an object such as a set of nodes.")
          @Nullable Object value) {
    values.put(name, value);
  }

  @Word(
      value = "get",
      doc = "The value that is shared under this name. Plain data is a copy.",
      example = "share.set(\"idle\", nodes); show(share.get(\"idle\"))",
      effect = Effect.READ)
  @Nullable Object get(@Arg(value = "name", doc = "The name.") String name) {
    if (!values.containsKey(name)) {
      throw new NotSharedException(name, names());
    }
    return values.get(name);
  }

  @Word(
      value = "names",
      doc = "The names of all that is shared.",
      example = "share.names()",
      effect = Effect.READ)
  List<String> names() {
    return List.copyOf(values.keySet());
  }

  @Override
  public String toString() {
    return "share";
  }
}
