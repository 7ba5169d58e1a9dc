package io.ebb.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client written for these tests alone, straight from the description of the API.
final class RawClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;
  private final Clock wall;
  private final Map<String, String> common = new TreeMap<>();
  private String secret;

  RawClient(Simulator sim, Clock wall) {
    this.endpoint = sim.endpoint();
    this.wall = wall;
    this.secret = sim.secretKey();
    common.put("access_key_id", sim.accessKey());
    common.put("signature_method", "HmacSHA256");
    common.put("signature_version", "1");
    common.put("version", "1");
    common.put("zone", sim.zone());
  }

  /// Sends another value of a common parameter from now on; none when it is empty.
  RawClient with(String name, String value) {
    if (value.isEmpty()) {
      common.remove(name);
    } else {
      common.put(name, value);
    }
    return this;
  }

  RawClient withSecret(String other) {
    secret = other;
    return this;
  }

  /// @param parameters names and values in turn
  JsonNode get(String path, String... parameters) {
    Map<String, String> query = query();
    for (int i = 0; i < parameters.length; i += 2) {
      query.put(parameters[i], parameters[i + 1]);
    }
    return json(send("GET", path, query, ""));
  }

  /// @param body JSON with single quotes; `zone` is added
  JsonNode post(String path, String body) {
    String full = body.replaceFirst("}$", ", 'zone': '" + common.get("zone") + "'}");
    return postRaw(path, ascii(full.replace('\'', '"')));
  }

  private static String ascii(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> escaped.append(c < 0x80 ? "" + (char) c : String.format("\\u%04x", c)));
    return escaped.toString();
  }

  JsonNode postRaw(String path, String body) {
    return json(send("POST", path, query(), body));
  }

  HttpResponse<String> send(String method, String path, Map<String, String> query, String body) {
    String canonical = canonical(query);
    String text = String.join("\n", method, "/api" + path + "/", canonical, md5(body));
    return sendRaw(
        method, path + "?" + canonical + "&signature=" + encode(encode(hmac(text))), body);
  }

  /// A GET whose signature is encoded only once.
  HttpResponse<String> sendEncodedOnce(String path) {
    String canonical = canonical(query());
    String text = String.join("\n", "GET", "/api" + path + "/", canonical, md5(""));
    return sendRaw("GET", path + "?" + canonical + "&signature=" + encode(hmac(text)), "");
  }

  /// Sends exactly this, signed or not.
  HttpResponse<String> sendRaw(String method, String pathAndQuery, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + "/api" + pathAndQuery))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  Map<String, String> query() {
    Map<String, String> query = new TreeMap<>(common);
    query.putIfAbsent("timestamp", timestamp(wall.instant()));
    return query;
  }

  static String timestamp(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  private static String canonical(Map<String, String> query) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(query)
        .forEach((name, value) ->
            text.append(text.isEmpty() ? "" : "&")
                .append(encode(name))
                .append('=')
                .append(encode(value)));
    return text.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String md5(String body) {
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
