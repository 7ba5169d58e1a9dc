package io.ebb.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The least that a call of the API takes: the JDK's HTTP client, Jackson and a signature.
///
/// Knows neither quirks nor retries. Safe for use by many threads.
final class Bare implements AutoCloseable {
  private static final byte[] NOTHING = {};
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final JsonMapper json =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Service service;
  private final Clock clock;

  Bare(Service service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  <T extends Wire.Reply> T get(String path, Map<String, String> params, Class<T> type) {
    return call("GET", path, params, NOTHING, type);
  }

  <T extends Wire.Reply> T post(String path, Map<String, Object> fields, Class<T> type) {
    Map<String, Object> body = new LinkedHashMap<>(fields);
    body.put("zone", service.zone());
    return call("POST", path, Map.of(), written(body).getBytes(UTF_8), type);
  }

  private <T extends Wire.Reply> T call(
      String method, String path, Map<String, String> params, byte[] body, Class<T> type) {
    String query = Signature.query(service.secretKey(), method, path, common(params), body);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.endpoint() + path + "?" + query))
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    T reply = json.readValue(send(request), type);
    if (reply.retCode() != 0) {
      throw new IllegalStateException(path + ": " + reply.retCode() + " " + reply.message());
    }
    return reply;
  }

  private SortedMap<String, String> common(Map<String, String> params) {
    SortedMap<String, String> all = new TreeMap<>(params);
    all.put("access_key_id", service.accessKey());
    all.put("signature_method", "HmacSHA256");
    all.put("signature_version", "1");
    all.put("timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    all.put("version", "1");
    all.put("zone", service.zone());
    return all;
  }

  /// As it has to be hashed, with a blank after each separator. Ids and numbers need no escapes.
  private static String written(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(field -> "\"" + field.getKey() + "\": " + written(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(Bare::written).collect(Collectors.joining(", ", "[", "]"));
      case Integer number -> number.toString();
      default -> "\"" + value + "\"";
    };
  }

  private byte[] send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
