package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.plan.PlanFile;
import io.ebb.plan.Reconfirmation;
import io.ebb.run.Approval;
import io.ebb.run.History;
import io.ebb.run.RefusedException;
import io.ebb.run.Run;
import io.ebb.run.RunHead;
import io.ebb.run.RunListener;
import io.ebb.run.RunState;
import io.ebb.script.Host;
import io.ebb.script.Prompt;
import io.ebb.script.Reply;
import io.ebb.script.ScriptEngine;
import io.ebb.script.StoredScript;
import io.ebb.text.Progress;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A person at a terminal, or a pipe: shows results, asks before anything is destroyed, and
/// remembers how the runs ended.
final class TerminalHost implements Host, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String STOPPING =
      "stopping as soon as the call in flight is answered; Ctrl-C again does not wait for it";
  private static final String STOPPING_AT_ONCE =
      "stopping at once; what the service has begun goes on there, and ebb runs shows what to do";

  private final Connected connected;
  private final Ebb ebb;
  private final Common common;
  private final Screen screen;
  private final Confirmation confirmation;
  private final Interview interview;
  private final boolean dryRun;
  private final Set<Object> shown = new HashSet<>();
  private final List<Run> runs = new ArrayList<>();
  private volatile Doing doing = Doing.SCRIPT;

  /// The run of the script that is carried out; null when there is none, or it has changed nothing.
  private volatile @Nullable String scriptRun;

  /// What was confirmed about the plan that a script goes on with.
  private Confirmation goingOn;

  private int exitCode = ExitCode.DONE;

  /// What an interrupt finds going on.
  private enum Doing {
    SCRIPT,
    CONFIRMING,
    ANSWERING,
    APPLYING
  }

  /// One for a command that runs no script of the user's.
  TerminalHost(Connected connected, Confirmation confirmation, boolean dryRun) {
    this(connected, confirmation, GivenAnswers.none(), dryRun);
  }

  /// @param given the answers to the questions of a script
  TerminalHost(Connected connected, Confirmation confirmation, GivenAnswers given, boolean dryRun) {
    this.connected = connected;
    this.ebb = connected.ebb();
    this.common = connected.common();
    this.screen = common.screen();
    this.confirmation = confirmation;
    this.goingOn = confirmation;
    this.interview = new Interview(confirmation, given, dryRun, common);
    this.dryRun = dryRun;
  }

  /// This host, for runbooks.
  RunbookTerminal forRunbooks() {
    return new RunbookTerminal(
        this,
        new RunbookScreen(common, ebb.time()),
        new Signing(confirmation, interview.given(), common));
  }

  /// What it is connected to.
  Connected connected() {
    return connected;
  }

  @Override
  public void show(@Nullable Object value) {
    screen.show(value);
    if (value instanceof Plan || value instanceof Run) {
      shown.add(value);
    }
  }

  @Override
  public String text(@Nullable Object value) {
    return Screen.text(value);
  }

  @Override
  public void log(String line) {
    common.tell(line);
  }

  @Override
  public Reply confirm(String question, String name) {
    return answering(() -> interview.confirm(question, name));
  }

  @Override
  public Reply ask(Prompt prompt) {
    return answering(() -> interview.ask(prompt));
  }

  /// Asks what decides how a script or a runbook goes on: an interrupt leaves it there.
  <T> T answering(Supplier<T> question) {
    return asked(Doing.ANSWERING, question);
  }

  @Override
  public void waiting(Instant until) {
    common.tell(
        "waiting until %s; Ctrl-C stops".formatted(new Moments(ebb.time().instant()).at(until)));
  }

  @Override
  public Run apply(Plan plan, Supplier<String> script) {
    return applied(
        plan,
        () -> {
          String id = script.get();
          scriptRun = id;
          return id;
        });
  }

  @Override
  public boolean rehearses() {
    return dryRun;
  }

  @Override
  public void begun(String run) {
    scriptRun = run;
  }

  @Override
  public Optional<Approval> allow(Order order) {
    return Optional.of(confirmed(() -> confirmation.ask(order)));
  }

  @Override
  public void recall(Run run) {
    ended(run, ExitCode.of(run.state()));
  }

  /// Carries out a plan that is part of no script.
  Run apply(Plan plan) {
    return applied(plan, () -> null);
  }

  /// A plan that nobody has seen is shown first.
  private Run applied(Plan plan, Supplier<@Nullable String> script) {
    connected.expect(plan.forecast());
    boolean last = dryRun || !plan.applicable(); // no run will follow that says more
    if (!shown.contains(plan) && (last || screen.format() == Format.TABLE)) {
      show(plan);
    }
    Run run = dryRun ? planned(plan) : carryOut(plan, script);
    ended(run, ExitCode.of(run.state()));
    return run;
  }

  private Run planned(Plan plan) {
    return Run.planned(checked(plan), ebb.time().instant());
  }

  /// Carries out a saved plan. One that was begun before is gone on with where it stopped, and
  /// nobody is asked again; of one that has ended it is shown what came of it.
  void applySaved(Plan plan) {
    Optional<String> begun = ebb.journal().runOf(plan.digest());
    if (begun.isPresent()) {
      common.tell("plan %s was begun as run %s".formatted(plan.id(), begun.get()));
      Run run = follow(plan, listener -> ebb.apply(plan, listener, confirmation));
      ended(run, ExitCode.of(run.state()));
      return;
    }
    SavedPlan saved = SavedPlan.compared(plan, ebb);
    if (dryRun || screen.format() == Format.TABLE) {
      show(saved);
    } else if (confirmation.asks()) {
      common.explain(saved);
    }
    Run run = dryRun ? planned(plan) : carryOut(saved);
    ended(run, ExitCode.of(run.state()));
  }

  private Run carryOut(SavedPlan saved) {
    Plan plan = checked(saved.plan());
    Confirmation confirmed = confirmed(() -> confirmation.ask(plan, "", saved.remaining()));
    Reconfirmation decided =
        confirmed(() -> saved.confirming(confirmation.reconfirm(saved.reconfirmed())));
    return follow(plan, listener -> ebb.apply(plan, decided, listener, confirmed));
  }

  /// Goes on with a run that nobody carries out, after asking those who must be asked.
  ///
  /// @throws RefusedException when somebody who is alive carries it out, before anything is asked
  void resume(Standing stopped) {
    if (stopped.state() == RunState.RUNNING) {
      throw RefusedException.carriedOut(stopped.head());
    }
    Plan plan = stopped.plans().getFirst();
    if (confirmation.asks() || screen.format() == Format.TABLE) {
      common.explain(stopped);
    }
    Confirmation confirmed = goOn(plan, stopped.stake());
    Run run = follow(plan, listener -> ebb.resume(stopped.id(), listener, confirmed));
    ended(run, ExitCode.of(run.state()));
  }

  /// The id of the run of the script or runbook that is gone on with when this run is: its own, or
  /// that of the one that has applied its plan and is not over.
  Optional<String> script(Standing found) {
    String parent = found.head().parent();
    if (parent != null && ebb.journal().head(parent).endedAt() == null) {
      return Optional.of(parent);
    }
    return found.head().script() ? Optional.of(found.id()) : Optional.empty();
  }

  /// Goes on with a script that nobody carries out, after asking those who must be asked about the
  /// plan that it was at.
  ///
  /// @param secrets the values of its secrets, which are not stored
  void resume(StoredScript script, Map<String, Object> secrets) {
    goOn(script.run());
    try (ScriptEngine engine = new ScriptEngine(script.script().language());
        Reaction _ = interrupts(engine::interrupt)) {
      ebb.resume(script, engine, secrets, this);
    }
  }

  /// Asks those who must be asked about the plan that the script or runbook of this run was at.
  void goOn(String run) {
    Standing stopped = Standing.of(run, ebb.journal(), ebb.time().instant());
    if (!stopped.stake().none()) {
      if (confirmation.asks() || screen.format() == Format.TABLE) {
        common.explain(stopped);
      }
      Plan plan = stopped.plans().getLast();
      goingOn = goOn(plan, stopped.stake());
    }
    scriptRun = run;
  }

  /// Puts back what a run that nobody carries out has taken out of its queue. Nothing is destroyed
  /// by that, so nobody is asked.
  void undo(Standing stopped) {
    if (stopped.head().script()) {
      scriptRun = stopped.id();
      ebb.undo(stopped.id(), this::undone);
      Standing left = stopped.later(ebb.journal(), ebb.time().instant());
      exitCode = ExitCode.ofPuttingBack(left.state(), left.nodes());
      show(left);
    } else {
      Run run = undone(stopped.id());
      ended(run, ExitCode.ofPuttingBack(run.state(), run.nodes()));
    }
  }

  private Run undone(String run) {
    Plan plan = History.of(ebb.journal().entries(run)).plan();
    return follow(plan, listener -> ebb.undo(run, listener, confirmation));
  }

  private void ended(Run run, int code) {
    exitCode = ExitCode.graver(exitCode, code);
    runs.add(run);
  }

  /// In the folder that the command was begun in.
  @Override
  public Path save(Plan plan, String name) {
    Path file = PlanFile.named(name);
    PlanFile.write(file, plan);
    common.tell("plan %s saved to %s".formatted(plan.id(), file));
    return file;
  }

  private static Plan checked(Plan plan) {
    if (!plan.applicable()) {
      throw RefusedException.violated(plan);
    }
    return plan;
  }

  private Run carryOut(Plan plan, Supplier<@Nullable String> script) {
    checked(plan);
    if (confirmation.asks() && !common.seesTables()) {
      common.explain(plan);
    }
    Confirmation confirmed =
        ebb.journal().runOf(plan.digest()).isEmpty()
            ? confirmed(() -> confirmation.ask(plan))
            : goingOn; // it was confirmed when it began
    return follow(plan, listener -> ebb.apply(plan, script.get(), listener, confirmed));
  }

  /// Tells what happens in a run of the plan while the work goes on.
  private Run follow(Plan plan, Function<RunListener, Run> work) {
    try (Progress progress = common.progress()) {
      doing = Doing.APPLYING;
      return work.apply(new RunProgress(plan, progress, ebb.time(), common.live()));
    } finally {
      doing = Doing.SCRIPT;
    }
  }

  private Confirmation goOn(Plan plan, Stake stake) {
    return confirmed(() -> confirmation.ask(plan, "go on, and ", stake));
  }

  private <T> T confirmed(Supplier<T> question) {
    return asked(Doing.CONFIRMING, question);
  }

  private <T> T asked(Doing what, Supplier<T> question) {
    doing = what;
    try {
      return question.get();
    } finally {
      doing = Doing.SCRIPT;
    }
  }

  /// Takes Ctrl-C while it is open. The first stops what goes on as it stands: the script's own
  /// code by `stopScript`, a run by an interrupt, after which it can be resumed. The second does
  /// not wait for the call in flight either.
  Reaction interrupts(Runnable stopScript) {
    AtomicInteger times = new AtomicInteger();
    return common.onInterrupt(() -> interrupted(times.incrementAndGet(), stopScript));
  }

  private void interrupted(int time, Runnable stopScript) {
    if (common.lender() != null) { // its console takes the interrupts of questions, and it goes on
      ebb.interrupt();
      stopScript.run();
      return;
    }
    if (doing == Doing.CONFIRMING) {
      leave("not confirmed; nothing of this plan was done");
    } else if (doing == Doing.ANSWERING) {
      leave("not answered; it has stopped here");
    }
    common.tell(newLine() + (time == 1 ? STOPPING : STOPPING_AT_ONCE));
    if (time > 1) {
      halt();
    }
    ebb.interrupt();
    if (doing == Doing.SCRIPT) {
      CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .execute(this::giveUp);
      stopScript.run();
    }
  }

  /// Ends the process: a read from a terminal cannot be interrupted.
  private void leave(String why) {
    common.tell(newLine() + why);
    close();
    System.exit(ExitCode.INTERRUPTED);
  }

  /// A script that does not stop, because a call hangs for example: no plan is at stake.
  private void giveUp() {
    if (doing == Doing.SCRIPT) {
      close();
      halt();
    }
  }

  private static void halt() {
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }

  /// Behind the `^C` of a terminal.
  private String newLine() {
    return common.live() ? "\n" : "";
  }

  /// Shows the runs that the script has not shown itself: what became of nodes is always told.
  @Override
  public void close() {
    interview.given().unused().ifPresent(common::warn);
    List.copyOf(runs).stream().filter(this::isNews).forEach(this::show);
    if (scriptRun == null) {
      runs.forEach(run -> NextSteps.tell(common, run.id(), run.state()));
    } else if (goesOn(ebb.journal().head(scriptRun))) {
      NextSteps.tell(common, scriptRun, RunState.INTERRUPTED);
    }
  }

  /// A runbook can be gone on with after it has failed, too.
  private static boolean goesOn(RunHead head) {
    return head.endedAt() == null || head.resumable();
  }

  /// In data, the plan itself says all of a dry run.
  private boolean isNews(Run run) {
    boolean told = run.state() == RunState.PLANNED && screen.format() != Format.TABLE;
    return !shown.contains(run) && (!told || screen.format() == Format.NAME);
  }

  /// A runbook has ended like this.
  void finished(RunState state) {
    exitCode = ExitCode.graver(exitCode, ExitCode.of(state));
  }

  /// The id of the run of the script or runbook, once it has one.
  Optional<String> run() {
    return Optional.ofNullable(scriptRun);
  }

  /// The gravest end among the runs so far.
  int exitCode() {
    return exitCode;
  }

  @Override
  public OutputStream output() {
    return screen.format() == Format.TABLE ? screen.out() : common.errors();
  }

  @Override
  public OutputStream errors() {
    return common.errors();
  }
}
