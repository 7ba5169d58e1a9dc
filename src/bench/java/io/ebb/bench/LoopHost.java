package io.ebb.bench;

import io.ebb.plan.Plan;
import io.ebb.run.Run;
import io.ebb.script.Host;
import io.ebb.script.Prompt;
import io.ebb.script.Reply;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Whom a script that is measured tells its lines; it shows and changes nothing.
record LoopHost(Consumer<String> heard) implements Host {

  /// Hears when a round begins and ends: `log("begin")` and `log("end")`.
  static LoopHost at(Gate gate) {
    return new LoopHost(line -> {
      if (line.equals("begin")) {
        gate.begin();
      } else {
        gate.end();
      }
    });
  }

  @Override
  public void log(String line) {
    heard.accept(line);
  }

  @Override
  public void show(Object value) {
    throw new UnsupportedOperationException("the loops show nothing");
  }

  @Override
  public String text(Object value) {
    throw new UnsupportedOperationException("the loops show nothing");
  }

  @Override
  public Run apply(Plan plan, Supplier<String> script) {
    throw new UnsupportedOperationException("the loops change nothing");
  }

  @Override
  public Reply confirm(String question, String name) {
    throw new UnsupportedOperationException("the loops ask nobody");
  }

  @Override
  public Reply ask(Prompt prompt) {
    throw new UnsupportedOperationException("the loops ask nobody");
  }

  @Override
  public void waiting(Instant until) {
    throw new UnsupportedOperationException("the loops do not sleep");
  }

  @Override
  public void recall(Run run) {
    throw new UnsupportedOperationException("the loops change nothing");
  }

  @Override
  public Path save(Plan plan, String name) {
    throw new UnsupportedOperationException("the loops write nothing");
  }

  @Override
  public OutputStream output() {
    return System.err;
  }

  @Override
  public OutputStream errors() {
    return System.err;
  }
}
