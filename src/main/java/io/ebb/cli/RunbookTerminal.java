package io.ebb.cli;

import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.run.Approval;
import io.ebb.run.Entry.BlockEnd;
import io.ebb.run.Run;
import io.ebb.run.RunState;
import io.ebb.script.Prompt;
import io.ebb.script.Reply;
import io.ebb.script.RunbookHost;
import io.ebb.script.Signature;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Prose;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A person at a terminal, or a pipe, behind a runbook. What its blocks do is up to the host of
/// scripts.
///
/// @param host for what blocks do
/// @param screen shows the runbook
/// @param signing has people sign what they do by hand
record RunbookTerminal(TerminalHost host, RunbookScreen screen, Signing signing)
    implements RunbookHost {

  /// Has a runbook carried out, or gone on with, and tells what came of it.
  void carryOut(Supplier<RunState> work) {
    RunState state = work.get();
    host.finished(state);
    screen.close(host.run(), state);
  }

  @Override
  public void prose(Prose prose) {
    screen.prose(prose);
  }

  @Override
  public void begins(Block block, int place, int count) {
    screen.begins(block, place, count);
  }

  @Override
  public void preview(Block block) {
    screen.preview(block);
  }

  @Override
  public void ended(Block block, BlockEnd end, String note) {
    screen.ended(block, end, note);
  }

  @Override
  public Signature sign(Block block) {
    return host.answering(() -> signing.sign(block));
  }

  @Override
  public void show(@Nullable Object value) {
    host.show(value);
  }

  @Override
  public String text(@Nullable Object value) {
    return host.text(value);
  }

  @Override
  public void log(String line) {
    host.log(line);
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
  public void recall(Run run) {
    host.recall(run);
  }

  @Override
  public Path save(Plan plan, String name) {
    return host.save(plan, name);
  }

  @Override
  public OutputStream output() {
    return host.output();
  }

  @Override
  public OutputStream errors() {
    return host.errors();
  }
}
