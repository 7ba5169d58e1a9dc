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
    Map<String, Object> fields = new LinkedHashMap<>();
    Renamed renamed = template.methodMetadata().method().getAnnotation(Renamed.class);
    json.fields(request).forEach((name, value) -> fields.put(spell(name, renamed), value));
    fields.put("zone", zone);
    template.body(PythonJson.bytes(fields), UTF_8);
  }

  private static String spell(String name, @Nullable Renamed renamed) {
    return renamed != null && renamed.from().equals(name) ? renamed.to() : name;
  }
}
