package io.ebb.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Converts guest values to plain Java: our own objects, text, numbers, booleans, null, lists and
/// maps of these.
final class PlainData {
  private static final int DEEPEST = 100;

  /// To tell the digits of larger numbers takes long.
  private static final int MOST_BITS = 10_000;

  private final Bridge bridge;
  private long left;

  PlainData(Bridge bridge) {
    this(bridge, Long.MAX_VALUE);
  }

  /// @param most how many values it may be in all
  PlainData(Bridge bridge, long most) {
    this.bridge = bridge;
    this.left = most;
  }

  @Nullable Object of(Value value) {
    return of(value, 0);
  }

  private @Nullable Object of(Value value, int depth) {
    if (left-- == 0) {
      throw new MisuseException("a value that holds too many others");
    }
    if (value.isNull()) {
      return null;
    } else if (value.isBoolean()) {
      return value.asBoolean();
    } else if (value.isString()) {
      return bridge.text(value);
    } else if (value.isNumber()) {
      return number(value);
    }
    Object ours = bridge.ours(value);
    if (ours != null && !(ours instanceof Failure)) {
      return ours;
    } else if (depth == DEEPEST) {
      throw new MisuseException("a value holds itself, or more than " + DEEPEST + " levels");
    }
    return shaped(bridge.shaped(value), depth + 1);
  }

  private static Object number(Value value) {
    if (value.fitsInLong()) {
      return value.asLong();
    } else if (value.fitsInDouble()) {
      return value.asDouble();
    }
    if (!value.fitsInBigInteger()) {
      return value.toString();
    }
    BigInteger number = value.asBigInteger();
    if (number.bitLength() > MOST_BITS) {
      throw new MisuseException("a number of more than " + MOST_BITS + " bits");
    }
    return number.toString();
  }

  private Object shaped(Value value, int depth) {
    if (value.isString()) {
      return bridge.text(value);
    } else if (value.hasArrayElements()) {
      List<@Nullable Object> out = new ArrayList<>();
      bridge.elements(value).forEach(element -> out.add(of(element, depth)));
      return out;
    }
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    bridge.members(value).forEach((name, member) -> out.put(name, of(member, depth)));
    return out;
  }

  static List<Value> elements(Value array) {
    List<Value> out = new ArrayList<>();
    for (long i = 0; i < array.getArraySize(); i++) {
      out.add(array.getArrayElement(i));
    }
    return out;
  }

  static Map<String, Value> members(Value value) {
    Map<String, Value> out = new LinkedHashMap<>();
    if (value.hasHashEntries()) {
      Value keys = value.getHashKeysIterator();
      while (keys.hasIteratorNextElement()) {
        Value key = keys.getIteratorNextElement();
        out.put(key.isString() ? key.asString() : key.toString(), value.getHashValue(key));
      }
    } else {
      value.getMemberKeys().forEach(name -> out.put(name, value.getMember(name)));
    }
    return out;
  }
}
