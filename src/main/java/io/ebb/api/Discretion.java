package io.ebb.api;

import java.util.List;

/// Keeps what a request holds in confidence out of what is told of its reply: services like to
/// repeat what they refuse.
final class Discretion {
  private final List<Password> secrets;

  /// About the passwords of a request.
  Discretion(List<Object> args) {
    secrets =
        args.stream()
            .filter(About.class::isInstance)
            .flatMap(arg -> ((About) arg).secrets().stream())
            .toList();
  }

  /// The reply without them.
  Reply on(Reply reply) {
    return switch (reply) {
      case Reply.Refused refused ->
          new Reply.Refused(refused.code(), masked(refused.message()), refused.headers());
      case Reply.Unreadable other ->
          new Reply.Unreadable(
              other.status(), other.cut(), masked(other.problem()), other.headers());
      case Reply.Done _, Reply.NotSent _, Reply.Lost _ -> reply;
    };
  }

  private String masked(String text) {
    String out = text;
    for (Password secret : secrets) {
      out = out.replace(secret.value(), "…");
    }
    return out;
  }
}
