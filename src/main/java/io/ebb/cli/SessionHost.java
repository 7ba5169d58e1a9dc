package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.plan.PlanFile;
import io.ebb.run.Approval;
import io.ebb.run.History;
import io.ebb.run.Journal;
import io.ebb.run.RefusedException;
import io.ebb.run.Run;
import io.ebb.script.CancelledException;
import io.ebb.script.Host;
import io.ebb.script.Prompt;
import io.ebb.script.Reply;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A person at a prompt: sees results, is asked before anything is destroyed, and has plans carried
/// out as jobs.
final class SessionHost implements Host {
  private final Common common;
  private final Showing showing;
  private final Supplier<Ebb> ebb;
  private final Work work;
  private final Asker attendant;

  /// Whether a plan that is applied now goes on behind.
  private volatile boolean behind;

  /// The run of what was ordered directly last; null when nothing was.
  private volatile @Nullable String ordered;

  /// @param attendant asks while a statement is said
  /// @param ebb the connection, when it is needed
  SessionHost(Common common, Showing showing, Asker attendant, Work work, Supplier<Ebb> ebb) {
    this.common = common;
    this.showing = showing;
    this.attendant = attendant;
    this.work = work;
    this.ebb = ebb;
  }

  /// A statement is said from now on.
  ///
  /// @param plansBehind whether a plan that it applies goes on behind
  void begin(boolean plansBehind) {
    behind = plansBehind;
    ordered = null;
  }

  /// The run that the statement has begun by ordering something, if it can be gone on with.
  Optional<String> interrupted() {
    return Optional.ofNullable(ordered).filter(run -> ebb.get().journal().head(run).resumable());
  }

  @Override
  public void show(@Nullable Object value) {
    showing.show(value);
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
  public Run apply(Plan plan, Supplier<String> script) {
    showing.introduce(plan);
    if (!plan.applicable()) {
      throw RefusedException.violated(plan);
    }
    Confirmation confirmed = confirmed(plan);
    return work.carryOut(plan, behind, confirmed::by);
  }

  /// Of a plan that was begun before, only what is left is at stake; nothing is of one that has
  /// ended, or goes on.
  private Confirmation confirmed(Plan plan) {
    Confirmation confirmation = confirmation(attendant);
    Journal journal = ebb.get().journal();
    Optional<String> begun = journal.runOf(plan.digest());
    if (begun.isEmpty()) {
      return confirmation.ask(plan);
    }
    return journal.head(begun.get()).resumable()
        ? confirmation.ask(plan, "go on, and ", Stake.of(History.of(journal.entries(begun.get()))))
        : confirmation;
  }

  @Override
  public void begun(String run) {
    ordered = run;
  }

  @Override
  public Optional<Approval> allow(Order order) {
    return Optional.of(confirmation(attendant).ask(order));
  }

  @Override
  public Reply confirm(String question, String name) {
    return interview().confirm(question, name);
  }

  @Override
  public Reply ask(Prompt prompt) {
    return interview().ask(prompt);
  }

  /// Who leaves a question of a statement leaves the statement.
  private Interview interview() {
    Asker leaving =
        question -> Optional.of(attendant.ask(question).orElseThrow(CancelledException::new));
    return new Interview(confirmation(leaving), GivenAnswers.none(), false, common);
  }

  private Confirmation confirmation(Asker asker) {
    return Confirmation.of(common, false).by(asker);
  }

  @Override
  public void waiting(Instant until) {
    Moments moments = new Moments(ebb.get().time().instant());
    common.tell("waiting until %s; Ctrl-C stops".formatted(moments.at(until)));
  }

  @Override
  public void recall(Run run) {
    showing.told(run);
  }

  /// In the folder that the session was begun in.
  @Override
  public Path save(Plan plan, String name) {
    showing.plan(plan);
    Path file = PlanFile.named(name);
    PlanFile.write(file, plan);
    common.tell("plan %s saved to %s".formatted(plan.id(), file));
    return file;
  }

  @Override
  public OutputStream output() {
    return common.format() == Format.TABLE ? common.output() : common.errors();
  }

  @Override
  public OutputStream errors() {
    return common.errors();
  }
}
