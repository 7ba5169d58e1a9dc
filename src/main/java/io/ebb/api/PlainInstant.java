package io.ebb.api;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/// Writes a time as the documentation wants it: padded, in ASCII, to the second, with `Z` (Q9,
/// Q26).
final class PlainInstant extends StdScalarSerializer<Instant> {
  PlainInstant() {
    super(Instant.class);
  }

  @Override
  public void serialize(Instant time, JsonGenerator out, SerializationContext context) {
    out.writeString(Signer.timestamp(time));
  }
}
