package io.ebb.settings;

import java.util.function.Function;

/// A value, and where it came from.
///
/// @param value the value; secrets are a [Secret]
/// @param origin the source that won
public record Setting<T>(T value, Origin origin) {

  <R> Setting<R> map(Function<T, R> change) {
    return new Setting<>(change.apply(value), origin);
  }
}
