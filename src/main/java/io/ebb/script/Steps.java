package io.ebb.script;

import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/// The steps that a script is in, one inside the other: each is told and recorded as it begins and
/// as it ends. Belongs to the script's thread.
final class Steps {
  private final Outside outside;
  private final Host host;
  private final Deque<Open> open = new ArrayDeque<>();

  private record Open(String name, Instant began) {}

  Steps(Outside outside, Host host) {
    this.outside = outside;
    this.host = host;
  }

  void enter(String name) {
    boolean known = outside.repeats();
    open.addLast(new Open(name, outside.stepBegan(name)));
    if (!known) {
      host.log("step " + path());
    }
  }

  /// Ends the step that was entered last.
  ///
  /// @param failed whether an error has ended it
  /// @return its name, behind those of the steps that it was in
  String leave(boolean failed) {
    if (open.isEmpty()) {
      throw new MisuseException("the step is over already");
    }
    boolean known = outside.repeats();
    String path = path();
    Open last = open.removeLast();
    Instant ended = outside.stepEnded(last.name(), failed);
    if (!known) {
      String took = Durations.format(Duration.between(last.began(), ended));
      host.log("step %s %s %s".formatted(path, failed ? "failed after" : "done in", took));
    }
    return path;
  }

  private String path() {
    return open.stream().map(Open::name).collect(Collectors.joining(" / "));
  }
}
