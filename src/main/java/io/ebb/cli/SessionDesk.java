package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.cli.colon.Session;
import io.ebb.plan.Plan;
import io.ebb.repl.Console;
import io.ebb.repl.EditableFiles;
import io.ebb.report.Report;
import io.ebb.run.RefusedException;
import io.ebb.run.RunState;
import io.ebb.script.CancelledException;
import io.ebb.script.Dialogue;
import io.ebb.script.Held;
import io.ebb.script.Language;
import io.ebb.script.Said;
import io.ebb.script.Script;
import io.ebb.script.ScriptException;
import io.ebb.script.Statement;
import io.ebb.settings.Settings;
import io.ebb.text.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a session consists of: what is said, shown, asked and carried out at one console.
final class SessionDesk implements Session, Lender, AutoCloseable {
  /// The dialogue keeps its promise to be back within a second of an interrupt.
  private static final Duration DIALOGUE = Duration.ofSeconds(2);

  private static final Duration AGAIN = Duration.ofMillis(20);

  private final Common options;
  private final Common common;
  private final Console console;
  private final Detail detail;
  private final Attendant attendant;
  private final Errands errands = new Errands();
  private final Showing showing;
  private final Work work;
  private final SessionHost host;
  private final Opening opening;
  private final SessionCommands commands;
  private final StartUp startUp;
  private final SessionLog log;
  private final List<Statement> statements = new CopyOnWriteArrayList<>();
  private volatile Language language = Language.JAVASCRIPT;

  /// The command that a thread carries out.
  private final ThreadLocal<CommandInHand> inHand = ThreadLocal.withInitial(CommandInHand::new);

  private boolean timed;
  private boolean left;

  /// @param options those that the session was begun with
  /// @param terminal the process, around the console
  /// @param production the profile that is asked about with care; empty when none is
  /// @param startUp where the start-up files are; empty when none is wanted
  /// @param secrecy what may be written down
  SessionDesk(
      Common options,
      Terminal terminal,
      Console console,
      String production,
      Optional<EditableFiles> startUp,
      Secrecy secrecy) {
    this.options = options;
    this.console = console;
    this.detail = new Detail(true, production);
    this.log = new SessionLog(Instant.now(), secrecy::allows);
    Terminal lent = terminal.lentBy(this, log.heard(console.output()), log.heard(console.errors()));
    this.common = new Common(lent);
    this.attendant = new Attendant(console::ask);
    this.showing = new Showing(common, console);
    Supplier<Ebb> ebb = () -> connected().ebb();
    this.work = new Work(common, showing, attendant, errands, ebb);
    this.host = new SessionHost(common, showing, attendant, work, ebb);
    this.opening = new Opening(open -> open.dialogue(host), this::startUp);
    this.commands = new SessionCommands(this, lent);
    this.startUp = new StartUp(startUp, this::complain);
  }

  /// Tells where one is, and connects behind.
  ///
  /// @param next what else is to be made ready behind
  void begin(Settings settings, Runnable next) {
    Banner.tell(common, settings);
    opening.begin(() -> Connected.of(common, settings), language, next);
  }

  // ---- lent to commands

  @Override
  public Connected connected() {
    return opening.connected();
  }

  @Override
  public Common common() {
    return options;
  }

  @Override
  public Report report() {
    Ebb ebb = connected().ebb();
    return new SessionReport(ebb.journal(), log).of(ebb.time().instant());
  }

  @Override
  public Detail detail() {
    return detail;
  }

  @Override
  public int columns() {
    return console.columns();
  }

  @Override
  public boolean live() {
    return console.live();
  }

  @Override
  public Optional<String> ask(String question) {
    return inHand.get().interrupted() ? Optional.empty() : attendant.ask(question);
  }

  @Override
  public Reaction onInterrupt(Runnable handler) {
    return inHand.get().onInterrupt(handler);
  }

  // ---- what goes on

  /// Has that stop which is carried out.
  void interrupt() {
    attendant.interrupt();
  }

  /// Whatever was carried out is over, and the next line is to be read.
  void listen() {
    attendant.forget();
  }

  /// Carries out a command, and tells what goes wrong.
  void command(Entered.Command command) {
    try {
      String name = commands.named(command.name());
      if (commands.ofEbb(name)) {
        attend(name, () -> commands.carryOut(name, command.rest()));
      } else {
        commands.carryOut(name, command.rest());
      }
    } catch (RuntimeException e) {
      complain(e);
    }
  }

  /// Whether the statement behind a command is only the beginning of one.
  boolean incomplete(Entered.Command command) {
    return !command.rest().isEmpty()
        && !command.rest().startsWith("-h")
        && !command.rest().startsWith("--help")
        && commands.takeStatement(command.name())
        && incomplete(spokenIn(command.name()), command.rest());
  }

  /// Whether the text is only the beginning of a statement, as far as known at once.
  boolean incomplete(Language spoken, String text) {
    return opening
        .ready()
        .map(known -> known.incomplete(spoken, text))
        .orElseGet(() -> Dialogue.seemsIncomplete(spoken, text));
  }

  private Language spokenIn(String command) {
    return Arrays.stream(Language.values())
        .filter(each -> command.equals(":" + Entered.word(each)))
        .findFirst()
        .orElse(language);
  }

  /// Does the work on a thread of its own, while the console's thread asks what it has to ask.
  void attend(String name, Runnable task) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    CommandInHand command = new CommandInHand();
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          inHand.set(command);
          run(task, done);
        });
    boolean over = attendant.attend(done, command::interrupt, Errands.PATIENCE);
    if (over) {
      joined(done);
    } else {
      common.tell(name + " stops as soon as the call in flight is answered");
    }
  }

  private static void run(Runnable task, CompletableFuture<Boolean> done) {
    try {
      task.run();
      done.complete(true);
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
    }
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  // ---- what is said

  /// Keeps for the report of the session that this was typed.
  ///
  /// @param kind the word of its language, or `:` for a command
  void typed(String kind, String text) {
    Instant now = opening.ready().isPresent() ? connected().ebb().time().instant() : Instant.now();
    log.typed(now, kind, text);
  }

  @Override
  public Dialogue dialogue() {
    return opening.dialogue();
  }

  @Override
  public Console console() {
    return console;
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public void speak(Language wanted) {
    language = wanted;
  }

  @Override
  public List<Statement> statements() {
    return List.copyOf(statements);
  }

  @Override
  public boolean say(Language spoken, String statement) {
    return say(spoken, statement, timed, false);
  }

  @Override
  public boolean sayBehind(String statement) {
    return say(language, statement, timed, true);
  }

  @Override
  public boolean sayTimed(String statement) {
    return say(language, statement, true, false);
  }

  private boolean say(Language spoken, String text, boolean told, boolean behind) {
    String name = "%s[%d]".formatted(Entered.word(spoken), statements.size() + 1);
    Statement statement = new Statement(spoken, text, name);
    statements.add(statement);
    return done(told, behind, () -> begun(spoken).say(statement));
  }

  @Override
  public boolean say(Language spoken, String text, String name) {
    return done(timed, false, () -> begun(spoken).say(new Statement(spoken, text, name)));
  }

  @Override
  public boolean load(Script script, Map<String, Object> parameters) {
    return done(timed, false, () -> begun(script.language()).load(script, parameters));
  }

  /// What is defined at start-up is there to be completed from the first key on.
  private void startUp(Dialogue dialogue) {
    startUp.before(language, dialogue);
  }

  /// The dialogue, in which the start-up file of the language has been said.
  private Dialogue begun(Language spoken) {
    Dialogue dialogue = dialogue();
    startUp.before(spoken, dialogue);
    errands.goOn(); // who stops a start-up file does not want what was to come after it
    return dialogue;
  }

  @Override
  public List<String> startUp() {
    return startUp.names();
  }

  private boolean done(boolean told, boolean behind, Supplier<Said> saying) {
    try {
      if (!opening.over().isDone() && !attendant.attend(opening.over(), () -> {}, Duration.ZERO)) {
        throw new CancelledException();
      }
      Timing timing = Timing.begin(connected().ebb().api());
      try {
        return shown(behind, saying);
      } finally {
        if (told) {
          common.tell(timing.text());
        }
      }
    } catch (RuntimeException e) {
      complain(e);
      return false;
    }
  }

  private boolean shown(boolean behind, Supplier<Said> saying) {
    host.begin(behind);
    errands.begin();
    CompletableFuture<Said> said = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("statement")
        .start(() -> {
          try {
            said.complete(saying.get());
          } catch (RuntimeException | Error e) {
            said.completeExceptionally(e);
          }
        });
    Dialogue dialogue = dialogue();
    boolean over =
        attendant.attend(
            said,
            () -> {
              errands.interrupt();
              interrupt(dialogue, said);
            },
            DIALOGUE);
    if (!over) {
      throw new CancelledException();
    }
    Said result = joined(said);
    if (!result.silent()) {
      showing.show(result.value());
    }
    return true;
  }

  /// A statement that has not begun cannot hear of it, so it is told until it has.
  private static void interrupt(Dialogue dialogue, CompletableFuture<Said> said) {
    if (!said.isDone()) {
      dialogue.interrupt();
      CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> interrupt(dialogue, said));
    }
  }

  /// What completion looks at.
  Around around() {
    return new Around(this::held, opening::ids, commands::offered, errands);
  }

  private Map<String, Held> held(Language spoken) {
    return opening.ready().map(dialogue -> dialogue.variables(spoken)).orElse(Map.of());
  }

  /// Whether the language that is spoken has a variable of this name, as far as known at once.
  boolean variable(String name) {
    return held(language).containsKey(name);
  }

  // ---- what is told

  @Override
  public void tell(String line) {
    common.tell(line);
  }

  /// Tells what went wrong, and what to do about it.
  void complain(RuntimeException error) {
    if (error instanceof CancelledException && common.format() == Format.TABLE) {
      tellInterrupted();
      return;
    }
    Optional<String> declined = declined(error);
    if (declined.isPresent() && common.format() == Format.TABLE) {
      common.tell(Style.WARNING, declined.get());
      return;
    }
    Complaint complaint = Complaint.about(error).spelt(common);
    if (!complaint.expected() && common.verbose()) {
      error.printStackTrace(common.errors());
    }
    complaint.tell(common.errors(), common.format(), common.errorPalette(), common.errorColumns());
  }

  /// What somebody who was asked has decided against.
  private static Optional<String> declined(Throwable error) {
    return switch (error) {
      case RefusedException refused when refused.declined() ->
          Optional.ofNullable(refused.getMessage());
      case ScriptException script when script.getCause() != null -> declined(script.getCause());
      default -> Optional.empty();
    };
  }

  /// What was done of a plan has been told by its run; of what was ordered directly there is a run
  /// to go on with.
  private void tellInterrupted() {
    common.tell(Style.WARNING, "interrupted");
    host.interrupted().ifPresent(run -> NextSteps.tell(common, run, RunState.INTERRUPTED));
  }

  @Override
  public void show(@Nullable Object value) {
    showing.show(value);
  }

  @Override
  public boolean more() {
    return showing.more();
  }

  @Override
  public Optional<Plan> plan() {
    return showing.plan();
  }

  /// Tells what something is for.
  void explain(Entered.Question question) {
    try {
      new SessionHelp(commands, common).tell(question, around());
    } catch (RuntimeException e) {
      complain(e);
    }
  }

  @Override
  public void help(@Nullable String topic) {
    new SessionHelp(commands, common).tell(topic, language);
  }

  @Override
  public void time(boolean each) {
    timed = each;
  }

  // ---- jobs

  @Override
  public void showJobs() {
    List<Errand> all = errands.all();
    if (all.isEmpty()) {
      tell("no jobs yet: :bg plan.apply() begins one");
    } else {
      Instant now = connected().ebb().time().instant();
      showing.show(all.stream().map(errand -> new ErrandRow(errand, now)).toList());
    }
  }

  @Override
  public void await(@Nullable Integer job) {
    Optional<Errand> errand =
        job == null
            ? errands.open().reversed().stream().findFirst()
            : errands.all().stream().filter(each -> each.number() == job).findFirst();
    if (errand.isPresent()) {
      work.await(errand.get());
    } else if (job == null) {
      tell("no job goes on");
    } else {
      throw new IllegalArgumentException("there is no job %d: see :jobs".formatted(job));
    }
  }

  // ---- the end

  @Override
  public void leave() {
    left = left || mayLeave();
  }

  /// Whether the session is to end.
  boolean left() {
    return left;
  }

  /// Whether somebody who wants to leave may do so.
  boolean mayLeave() {
    List<Errand> open = errands.open();
    if (open.isEmpty()) {
      return true;
    }
    String question =
        "%s; leaving interrupts %s, to be resumed or undone later. Leave? (y/N) "
            .formatted(
                open.size() == 1
                    ? "job %d goes on".formatted(open.getFirst().number())
                    : open.size() + " jobs go on",
                open.size() == 1 ? "it" : "them");
    return console.ask(question).filter(answer -> answer.strip().matches("(?i)y(es)?")).isPresent();
  }

  @Override
  public void close() {
    errands.close();
    opening.close();
  }
}
