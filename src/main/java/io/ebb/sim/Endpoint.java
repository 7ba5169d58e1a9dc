package io.ebb.sim;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// One endpoint: where it is, what it takes, and how it answers.
///
/// @param methods the HTTP methods it answers to
/// @param path the path below `/api`
/// @param action the `action` of its replies
/// @param parameters the names it knows; any other is refused
/// @param answer what it does
record Endpoint(
    Set<String> methods, String path, String action, Set<String> parameters, Answer answer) {

  /// What an endpoint does.
  interface Answer {
    /// Returns the reply without `action` and `ret_code`.
    ///
    /// @param fate how an operation that is started will end
    /// @throws Refusal for any `ret_code` other than 0
    ObjectNode to(Params params, World world, SimOperation.Fate fate);
  }

  static Endpoint get(String path, String action, Set<String> parameters, Answer answer) {
    return new Endpoint(Set.of("GET"), path, action, parameters, answer);
  }

  static Endpoint post(String path, String action, Set<String> parameters, Answer answer) {
    return new Endpoint(Set.of("POST"), path, action, parameters, answer);
  }

  /// Whether it changes nothing.
  boolean reads() {
    return methods.contains("GET") || parameters.contains("limit");
  }

  /// This endpoint, answering to GET as well.
  Endpoint orGet() {
    return new Endpoint(Set.of("GET", "POST"), path, action, parameters, answer);
  }

  /// This endpoint, with the parameters of a list.
  Endpoint listing() {
    Set<String> all = new HashSet<>(parameters);
    all.addAll(Listing.PARAMETERS);
    return new Endpoint(methods, path, action, Set.copyOf(all), answer);
  }
}
