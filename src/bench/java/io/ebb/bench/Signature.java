package io.ebb.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The documented signature, written straight from the documentation.
final class Signature {
  private Signature() {}

  /// The query to send: the parameters in the order of their names, and the signature at its end.
  static String query(
      String secret, String method, String path, SortedMap<String, String> params, byte[] body) {
    String canonical = canonical(params);
    String text = String.join("\n", method, path + "/", canonical, md5(body));
    return canonical + "&signature=" + encode(encode(hmac(secret, text)));
  }

  private static String canonical(SortedMap<String, String> params) {
    StringJoiner query = new StringJoiner("&");
    for (Map.Entry<String, String> param : params.entrySet()) {
      query.add(param.getKey() + "=" + encode(param.getValue()));
    }
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private static String md5(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
