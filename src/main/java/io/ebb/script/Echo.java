package io.ebb.script;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Tells what a statement has given. Belongs to the thread of its language.
final class Echo {
  /// More values than people read, or a terminal shows.
  private static final int MOST_VALUES = 10_000;

  private static final int MOST_TEXT = 100_000;

  /// To tell the digits of larger numbers takes long.
  private static final int MOST_BITS = 10_000;

  private final Bridge bridge;

  Echo(Bridge bridge) {
    this.bridge = bridge;
  }

  /// The value as people are to see it.
  Said of(Value value) {
    return bridge.guest("silent", value).asBoolean()
        ? new Said(null, true)
        : new Said(told(value), false);
  }

  private @Nullable Object told(Value value) {
    Object ours = bridge.ours(value);
    if (ours instanceof Shown shown) {
      return shown.shown();
    } else if (value.isNumber() && bits(value) > MOST_BITS) {
      return "a number of " + bits(value) + " bits";
    }
    Value written = bridge.guest("written", value, MOST_TEXT);
    if (written.isString()) {
      return written.asString();
    }
    try {
      return Shown.of(new PlainData(bridge, MOST_VALUES).of(value));
    } catch (MisuseException _) {
      return bridge.guest("brief", value).asString();
    } catch (PolyglotException e) {
      if (e.isInterrupted() || e.isCancelled() || e.isResourceExhausted()) {
        throw e;
      }
      return bridge.guest("brief", value).asString(); // a getter of the user's has failed
    }
  }

  private static int bits(Value number) {
    return number.fitsInLong() || !number.fitsInBigInteger()
        ? 0
        : number.asBigInteger().bitLength();
  }
}
