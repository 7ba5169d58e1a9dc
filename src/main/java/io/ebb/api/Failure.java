package io.ebb.api;

/// The facts of a failed call, from which an [EhpcException] is made.
///
/// @param action what was to be done, for example `delete nodes`
/// @param subject what it was to be done to
/// @param code the service's `ret_code`; 0 when it gave none
/// @param problem what happened, for example `ret_code 2100: no such cluster`
/// @param hint what to do next
public record Failure(String action, Subject subject, int code, String problem, String hint) {

  /// All of it but the hint, after an opening: `Cannot delete nodes (cluster ehpc-1, nodes cln-a):
  /// ret_code 2100: …`.
  String sentence(String opening) {
    String about = subject.toString();
    return opening + action + (about.isEmpty() ? "" : " (" + about + ")") + ": " + problem;
  }
}
