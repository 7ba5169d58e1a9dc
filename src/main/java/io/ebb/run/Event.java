package io.ebb.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// An [Entry] as the journal stores it.
///
/// @param at when it happened, in microseconds since 1970
/// @param kind which kind of entry it is
/// @param format the version of the body's form
/// @param body its JSON, compressed or not
@SuppressWarnings("ArrayRecordComponent") // Nobody compares events.
record Event(long at, String kind, int format, byte[] body) {

  /// The hash that chains it to the event before.
  ///
  /// @param previous the hash of that one; empty for the first
  /// @param n its number in the run
  String hash(String previous, String run, long n) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, previous.getBytes(StandardCharsets.UTF_8));
      add(digest, run.getBytes(StandardCharsets.UTF_8));
      digest.update(ByteBuffer.allocate(20).putLong(n).putLong(at).putInt(format).flip());
      add(digest, kind.getBytes(StandardCharsets.UTF_8));
      add(digest, body);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// With its length, so that nothing can move from one part into the next.
  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(4).putInt(part.length).flip());
    digest.update(part);
  }
}
