package io.ebb.cli;

import io.ebb.api.EhpcException;
import java.util.Optional;
import java.util.function.Supplier;

/// What came of one question to the service.
sealed interface Answer<T> {

  /// It answered.
  record Given<T>(T value) implements Answer<T> {}

  /// It did not, or not with what was asked for.
  record Failed<T>(EhpcException why) implements Answer<T> {}

  /// It was not asked.
  record NotAsked<T>(String why) implements Answer<T> {}

  /// Asks now.
  static <T> Answer<T> to(Supplier<T> question) {
    try {
      return new Given<>(question.get());
    } catch (EhpcException e) {
      return new Failed<>(e);
    }
  }

  /// Why it was not given, when it was asked for.
  default Optional<EhpcException> failure() {
    return switch (this) {
      case Failed<T>(EhpcException why) -> Optional.of(why);
      case Given<T> _, NotAsked<T> _ -> Optional.empty();
    };
  }
}
