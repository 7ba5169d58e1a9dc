package io.ebb.sim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// One endpoint: where it is, what it takes, and how it answers.
///
/// @param methods the HTTP methods it answers to
/// @param paths the paths below `/api`, the right one first; `{name}` at the end stands for
///   anything
/// @param action the `action` of its replies
/// @param required the parameters that must be there
/// @param optional the parameters it knows besides; any other is refused
/// @param aliases other names of parameters, to the right name
/// @param answer what it does
record Endpoint(
    Set<String> methods,
    List<String> paths,
    String action,
    Set<String> required,
    Set<String> optional,
    Map<String, String> aliases,
    Answer answer) {

  /// What an endpoint does.
  interface Answer {
    /// Returns the reply without `action` and `ret_code`.
    ///
    /// @param fate how an operation that is started will end
    /// @throws Refusal for any `ret_code` other than 0
    ObjectNode to(Params params, World world, SimOperation.Fate fate);
  }

  static Endpoint get(String path, String action, Answer answer) {
    return new Endpoint(Set.of("GET"), List.of(path), action, Set.of(), Set.of(), Map.of(), answer);
  }

  static Endpoint post(String path, String action, Answer answer) {
    return new Endpoint(
        Set.of("POST"), List.of(path), action, Set.of(), Set.of(), Map.of(), answer);
  }

  /// This endpoint, answering to GET as well.
  Endpoint orGet() {
    return new Endpoint(Set.of("GET", "POST"), paths, action, required, optional, aliases, answer);
  }

  /// This endpoint, at a misspelt path as well.
  Endpoint alsoAt(String path) {
    return new Endpoint(
        methods, List.of(paths.getFirst(), path), action, required, optional, aliases, answer);
  }

  /// This endpoint, with parameters that must be there.
  Endpoint needs(String... names) {
    return new Endpoint(methods, paths, action, joined(required, names), optional, aliases, answer);
  }

  /// This endpoint, with parameters that may be there.
  Endpoint takes(String... names) {
    return new Endpoint(methods, paths, action, required, joined(optional, names), aliases, answer);
  }

  /// This endpoint, with another name of one of its parameters.
  Endpoint alias(String alias, String name) {
    Map<String, String> more = new HashMap<>(aliases);
    more.put(alias, name);
    return new Endpoint(methods, paths, action, required, optional, Map.copyOf(more), answer);
  }

  /// This endpoint, with the parameters every list has.
  Endpoint listing() {
    return takes(Listing.PARAMETERS);
  }

  private static Set<String> joined(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  boolean answers(RawRequest request) {
    return methods.contains(request.method())
        && paths.stream().anyMatch(path -> matches(path, request.path()));
  }

  private static boolean matches(String path, String called) {
    int variable = path.indexOf('{');
    return variable < 0
        ? path.equals(called)
        : called.length() > variable
            && called.startsWith(path.substring(0, variable))
            && called.indexOf('/', variable) < 0;
  }

  /// The parameter that is part of the path called.
  Map<String, String> inPath(String called) {
    String path = paths.getFirst();
    int variable = path.indexOf('{');
    return variable < 0
        ? Map.of()
        : Map.of(path.substring(variable + 1, path.length() - 1), called.substring(variable));
  }

  boolean knows(String name) {
    return required.contains(name) || optional.contains(name);
  }
}
