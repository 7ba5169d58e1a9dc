package io.ebb.script;

import java.util.function.Supplier;
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
  private final String name;

  /// @param name of the statement, for errors
  Echo(Bridge bridge, String name) {
    this.bridge = bridge;
    this.name = name;
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
      return asked(shown::shown);
    } else if (ours != null && !(ours instanceof Failure)) {
      return ours.toString(); // `share`, for example
    } else if (value.isNumber() && bits(value) > MOST_BITS) {
      return "a number of " + bits(value) + " bits";
    }
    Value written = bridge.guest("written", value, MOST_TEXT);
    if (written.isString()) {
      return written.asString();
    }
    try {
      Object data = new PlainData(bridge, MOST_VALUES).of(value);
      return asked(() -> Shown.of(data));
    } catch (MisuseException _) {
      return bridge.guest("brief", value).asString();
    } catch (PolyglotException e) {
      if (e.isInterrupted() || e.isCancelled() || e.isResourceExhausted()) {
        throw e;
      }
      return bridge.guest("brief", value).asString(); // a getter of the user's has failed
    }
  }

  /// To show it, more may have to be asked for: an error then is one of the statement.
  private @Nullable Object asked(Supplier<@Nullable Object> shown) {
    try {
      return shown.get();
    } catch (RuntimeException e) {
      if (!Failure.tells(e)) {
        throw e;
      }
      Failure failure = Failure.of(e);
      throw new ScriptException(failure.message(), name, 0, 0, "", failure.hint(), "", e);
    }
  }

  private static int bits(Value number) {
    return number.fitsInLong() || !number.fitsInBigInteger()
        ? 0
        : number.asBigInteger().bitLength();
  }
}
