package io.ebb.script;

import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.run.Approval;
import io.ebb.run.Run;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The host of a script as its record has it: what the script shows and tells is recorded as text,
/// too. On the part of its way that it has gone before it was seen then, and is not repeated.
record QuietHost(Host host, Transcript transcript) implements Host {

  @Override
  public void show(@Nullable Object value) {
    if (!transcript.repeats()) {
      host.show(value);
      record(host.text(value));
    }
  }

  @Override
  public String text(@Nullable Object value) {
    return host.text(value);
  }

  @Override
  public void log(String line) {
    if (!transcript.repeats()) {
      host.log(line);
      record(line + "\n");
    }
  }

  private void record(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    transcript.shown(bytes, 0, bytes.length);
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
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (!transcript.repeats()) {
        out.write(bytes, from, count);
        transcript.shown(bytes, from, count);
      }
    }
  }
}
