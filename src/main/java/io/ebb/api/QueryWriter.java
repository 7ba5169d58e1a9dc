package io.ebb.api;

import feign.QueryMapEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the parameters of a GET.
final class QueryWriter implements QueryMapEncoder {
  private final Json json;
  private final @Nullable String zoneId;

  /// Of a connection with this dialect.
  QueryWriter(Json json, Dialect dialect) {
    this.json = json;
    this.zoneId = dialect.zoneId();
  }

  @Override
  public Map<String, Object> encode(Object request) {
    Map<String, Object> fields = json.fields(request);
    if (request instanceof SharedQueuesApi.Query && zoneId != null) {
      fields.put("zone_id", zoneId);
    }
    fields.replaceAll((name, value) -> value instanceof List<?> list ? joined(list) : value);
    return fields;
  }

  /// The documentation shows no list in a query; ids hold no commas.
  private static String joined(List<?> list) {
    return list.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
