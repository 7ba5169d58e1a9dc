package io.ebb.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of a request: a pure function of what is sent, by whom and when.
final class Signer {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private Signer() {}

  /// The query string to send, encoded and signed, exactly as it has to appear in the request line.
  ///
  /// @param path as requested, without a slash at its end (Q2: the signed one has it)
  /// @param params the endpoint's own parameters, not encoded; for a POST at least `zone`
  /// @param body exactly the bytes that will be sent; empty for a GET
  static String sign(
      Credentials credentials,
      String method,
      String path,
      Map<String, String> params,
      byte[] body,
      Instant at) {
    String query = canonical(common(credentials, params, at));
    String text = String.join("\n", method, path + "/", query, md5(body));
    String signature = hmac(credentials.secretAccessKey(), text);
    return query + "&signature=" + encode(encode(signature));
  }

  private static SortedMap<String, String> common(
      Credentials credentials, Map<String, String> params, Instant at) {
    SortedMap<String, String> all = new TreeMap<>(params);
    all.put("access_key_id", credentials.accessKeyId());
    all.put("signature_method", "HmacSHA256");
    all.put("signature_version", "1");
    all.put("version", "1");
    all.put("timestamp", timestamp(at));
    return all;
  }

  /// `2021-08-19T16:44:40Z`: padded, in ASCII, to the second (Q9).
  static String timestamp(Instant at) {
    return TIMESTAMP.format(at);
  }

  private static String canonical(SortedMap<String, String> params) {
    return params.entrySet().stream()
        .map(param -> encode(param.getKey()) + "=" + encode(param.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// `URLEncoder` is form encoding; the API wants RFC 3986 (Q5).
  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String md5(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
