package io.ebb.sim;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Computes what the signature of a request must be, from its raw form.
final class Signature {
  private static final String PREFIX = "signature=";

  private final SecretKeySpec key;
  private final boolean lenient;

  /// @param lenient whether a signature that is encoded once is right, too
  Signature(String secret, boolean lenient) {
    this.lenient = lenient;
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /// Whether the signature in the query, doubly encoded as documented, is the right one.
  boolean verifies(RawRequest request) {
    return Arrays.stream(request.rawQuery().split("&"))
        .filter(pair -> pair.startsWith(PREFIX))
        .anyMatch(pair -> verifies(pair.substring(PREFIX.length()), hash(stringToSign(request))));
  }

  private boolean verifies(String given, String hash) {
    return same(given, encode(encode(hash))) || (lenient && same(given, encode(hash)));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String stringToSign(RawRequest request) {
    return String.join(
        "\n",
        request.method(),
        "/api" + request.path() + "/",
        canonical(request.rawQuery()),
        md5(request.body()));
  }

  /// The pairs as received, escapes and all, by name.
  private static String canonical(String rawQuery) {
    return Arrays.stream(rawQuery.split("&"))
        .filter(pair -> !pair.startsWith(PREFIX))
        .sorted((one, other) -> name(one).compareTo(name(other)))
        .collect(Collectors.joining("&"));
  }

  private static String name(String pair) {
    return pair.substring(0, pair.indexOf('='));
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String md5(String body) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no MD5", e);
    }
  }
}
