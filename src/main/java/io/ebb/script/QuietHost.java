package io.ebb.script;

import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.run.Approval;
import io.ebb.run.Run;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The host of a script that is run again: what the script shows and tells on the part of its way
/// that it has gone before was seen then, and is not repeated.
///
/// @param before whether the script is on that part
record QuietHost(Host host, BooleanSupplier before) implements Host {

  @Override
  public void show(@Nullable Object value) {
    if (!before.getAsBoolean()) {
      host.show(value);
    }
  }

  @Override
  public String text(@Nullable Object value) {
    return host.text(value);
  }

  @Override
  public void log(String line) {
    if (!before.getAsBoolean()) {
      host.log(line);
    }
  }

  @Override
  public Run apply(Plan plan, Supplier<String> script) {
    return host.apply(plan, script);
  }

  @Override
  public boolean rehearses() {
    return host.rehearses();
  }

  @Override
  public void begun(String run) {
    host.begun(run);
  }

  @Override
  public Optional<Approval> allow(Order order) {
    return host.allow(order);
  }

  @Override
  public Reply confirm(String question, String name) {
    return host.confirm(question, name);
  }

  @Override
  public Reply ask(Prompt prompt) {
    return host.ask(prompt);
  }

  @Override
  public void waiting(Instant until) {
    host.waiting(until);
  }

  @Override
  public Path save(Plan plan, String name) {
    return host.save(plan, name);
  }

  @Override
  public void recall(Run run) {
    host.recall(run);
  }

  @Override
  public OutputStream output() {
    return new Quiet(host.output());
  }

  @Override
  public OutputStream errors() {
    return new Quiet(host.errors());
  }

  private final class Quiet extends FilterOutputStream {
    Quiet(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      if (!before.getAsBoolean()) {
        out.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (!before.getAsBoolean()) {
        out.write(bytes, from, count);
      }
    }
  }
}
