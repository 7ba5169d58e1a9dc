package io.ebb.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Makes large JSON small. JSON of an object begins with a brace, what is compressed does not.
final class Packing {
  /// Below this, there is nothing to be gained.
  private static final int LARGE = 4096;

  private Packing() {}

  static byte[] pack(byte[] json) {
    if (json.length <= LARGE) {
      return json;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] unpack(byte[] body) {
    if (body.length > 0 && body[0] == '{') {
      return body;
    }
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UnreadableEventException("it is neither JSON nor compressed", e);
    }
  }
}
