package io.ebb.cli;

import io.ebb.api.CallRecord;
import io.ebb.text.Line;
import io.ebb.text.Style;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One attempt of a call on one line, for `-v`. The columns and the number of words before the last
/// one are always the same, so that the lines can be read, sorted and cut by programs:
///
/// ```
/// GET  /cluster/listNodes        ret_code 0       29 ms  #1  cluster ehpc-8jqdq0mz
/// GET  /cluster/listNodes        no ret_code      12 ms  #2  cluster ehpc-8jqdq0mz; unreadable, …
/// ```
///
/// The number behind the hash is that of the attempt.
final class CallLine {
  private CallLine() {}

  /// The line, cut at the edge of a terminal; it names things by their ids only.
  static String of(CallRecord call, Common common) {
    boolean well = call.code() == 0 && call.failure().isEmpty();
    return common.paintError(
        well ? Style.DIM : Style.WARNING,
        Line.of(text(call)).cut(common.errorColumns()).toString());
  }

  private static String text(CallRecord call) {
    String rest =
        Stream.of(call.about(), call.failure())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return "%-4s %-25s %-13s %5d ms  #%d  %s"
        .formatted(
            call.method(),
            call.path(),
            call.failure().isEmpty() ? "ret_code " + call.code() : "no ret_code",
            call.took().toMillis(),
            call.attempt(),
            rest)
        .stripTrailing();
  }
}
