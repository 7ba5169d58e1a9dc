package io.ebb.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.RequestTemplate;
import feign.codec.Encoder;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the body of a POST, once: what is signed later are these bytes.
final class BodyWriter implements Encoder {
  private final Json json;
  private final String zone;

  BodyWriter(Json json, String zone) {
    this.json = json;
    this.zone = zone;
  }

  @Override
  public void encode(Object request, Type type, RequestTemplate template) {
    Renamed renamed = template.methodMetadata().method().getAnnotation(Renamed.class);
    Map<String, Object> fields = spelt(json.fields(request), renamed);
    fields.put("zone", zone);
    template.body(PythonJson.bytes(fields), UTF_8);
  }

  /// The fields of a request, in the same order, with one of them under another name if so wished.
  static Map<String, Object> spelt(Map<String, Object> fields, @Nullable Renamed renamed) {
    Map<String, Object> spelt = new LinkedHashMap<>();
    fields.forEach((name, value) -> spelt.put(spelt(name, renamed), value));
    return spelt;
  }

  private static String spelt(String name, @Nullable Renamed renamed) {
    return renamed != null && renamed.from().equals(name) ? renamed.to() : name;
  }
}
