package io.ebb.cli;

import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.repl.ConsoleOptions;
import io.ebb.run.Journal;
import io.ebb.run.SqlJournal;
import io.ebb.settings.Environment;
import io.ebb.settings.Overrides;
import io.ebb.settings.Settings;
import io.ebb.text.ColourChoice;
import io.ebb.text.Line;
import io.ebb.text.Palette;
import io.ebb.text.Paragraph;
import io.ebb.text.Progress;
import io.ebb.text.Style;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that every command takes, and the streams they decide about.
final class Common {
  private static final int DEFAULT_WIDTH = 80;
  private static final int MIN_HELP = 60;
  private static final int MAX_HELP = 110;

  /// A command as a shell takes it that a session has, too.
  private static final Pattern OF_A_SHELL =
      Pattern.compile("\\bebb (runs|show|report|resume|cancel|undo|doctor)\\b");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "Results as table, json, yaml or name (default: table).")
  private Format format = Format.TABLE;

  @Option(
      names = "--sim",
      arity = "0..1",
      paramLabel = "SCENARIO",
      description =
          "Work on a simulated cluster that ends with the process; =FILE for a scenario of yours.")
  private @Nullable String sim;

  @Option(names = "--endpoint", paramLabel = "URL", description = "Where the service is.")
  private @Nullable String endpoint;

  @Option(names = "--zone", paramLabel = "ZONE", description = "The zone.")
  private @Nullable String zone;

  @Option(names = "--profile", paramLabel = "NAME", description = "The profile of the settings.")
  private @Nullable String profile;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "Keep runs in this PostgreSQL database, with other machines.")
  private @Nullable String db;

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell each API call on one line, and all of an unexpected error.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell only results and errors.")
  private boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "Colours: auto, always or never (default: auto).")
  private ColourChoice colour = ColourChoice.AUTO;

  @Option(names = "--no-input", description = "Never ask; refuse where a question is needed.")
  private boolean noInput;

  private final Terminal terminal;
  private final Environment environment;
  private final @Nullable Lender lender;

  /// The line on standard error that changes in place; lines that stay go above it.
  private volatile @Nullable Progress changing;

  Common(Terminal terminal) {
    this.terminal = terminal;
    this.environment = terminal.environment();
    this.lender = terminal.lender();
    if (lender != null) {
      begin(lender.common());
    }
  }

  /// Options that are not given to a command of a session are those of the session.
  private void begin(Common session) {
    format = session.format;
    sim = session.sim;
    endpoint = session.endpoint;
    zone = session.zone;
    profile = session.profile;
    db = session.db;
    verbose = session.verbose;
    quiet = session.quiet;
    colour = session.colour;
    noInput = session.noInput;
  }

  /// The session in which the command is used; null when it has a process of its own.
  @Nullable Lender lender() {
    return lender;
  }

  /// The text with commands named as they are typed here: `ebb resume r-1`, or `:resume r-1`.
  String spelt(String text) {
    return lender == null ? text : OF_A_SHELL.matcher(text).replaceAll(":$1");
  }

  /// The scenario to simulate; null when the real service is meant.
  @Nullable String simulated() {
    return sim;
  }

  /// A command that is about runs of other processes has nothing to work on in a simulation.
  void refuseSimulated(String command) {
    if (sim != null && lender == null) {
      throw new UsageException(
          "ebb %s has no runs to work on with --sim: that cluster and its journal end with the"
                  .formatted(command)
              + " process; to try it, serve one with ebb sim, and use it from another shell");
    }
  }

  /// The journal of the settings or the session, for a command that needs nothing else.
  ///
  /// @param command for whom, in errors
  Borrowed<Journal> journal(String command) {
    refuseSimulated(command);
    if (lender != null) {
      return new Borrowed<>(lender.connected().ebb().journal(), () -> {});
    }
    Journal journal = SqlJournal.of(World.store(settings()));
    return new Borrowed<>(journal, journal::close);
  }

  /// The clock that the journal's runs live by.
  InstantSource clock() {
    return lender == null ? InstantSource.system() : lender.connected().ebb().time();
  }

  /// From now on Ctrl-C does this.
  Reaction onInterrupt(Runnable handler) {
    return lender == null ? Reaction.ofProcess(handler) : lender.onInterrupt(handler);
  }

  Format format() {
    return format;
  }

  boolean verbose() {
    return verbose;
  }

  boolean quiet() {
    return quiet;
  }

  Settings settings() {
    Settings settings = Settings.load(environment, overrides());
    settings.warnings().forEach(warning -> warn(warning.toString()));
    return settings;
  }

  /// The settings as far as they can be used, without a warning.
  Settings look() {
    return Settings.look(environment, overrides());
  }

  /// The world in which the service of the settings is used.
  World world(Settings settings, CallListener calls) {
    return terminal.world().apply(settings, calls);
  }

  private Overrides overrides() {
    if (sim != null && endpoint != null) {
      throw new UsageException("--sim is a service of its own: leave --endpoint out");
    }
    return new Overrides(endpoint, zone, profile, db);
  }

  Path home() {
    return environment.home();
  }

  BufferedReader input() {
    return terminal.in();
  }

  /// Who asks questions.
  Asker asker() {
    return lender == null ? Asker.over(terminal.in(), terminal.err()) : lender;
  }

  /// How much questions say.
  Detail detail() {
    return lender == null ? Detail.BRIEF : lender.detail();
  }

  boolean interactive() {
    return !noInput && environment.terminal(Environment.Stream.INPUT);
  }

  PrintStream output() {
    return terminal.out();
  }

  PrintStream errors() {
    return terminal.err();
  }

  /// The width of help.
  int helpColumns() {
    boolean terminal = environment.terminal(Environment.Stream.OUTPUT);
    return terminal ? Math.clamp(width(), MIN_HELP, MAX_HELP) : DEFAULT_WIDTH;
  }

  /// Whether whoever is asked sees what is shown as a result.
  boolean seesTables() {
    return format == Format.TABLE && environment.terminal(Environment.Stream.OUTPUT);
  }

  /// Shows something on standard error, as a table would show it.
  void explain(Object value) {
    new Screen(errors(), Format.TABLE, errorPalette(), OptionalInt.of(width())).show(value);
  }

  Screen screen() {
    boolean terminal = environment.terminal(Environment.Stream.OUTPUT);
    return new Screen(
        output(),
        format,
        palette(terminal),
        terminal ? OptionalInt.of(width()) : OptionalInt.empty());
  }

  /// Progress on standard error: one changing line in a terminal, plain lines elsewhere.
  Progress progress() {
    if (quiet) {
      return noProgress();
    }
    if (!live()) {
      return Progress.plain(errors());
    }
    Progress progress = Progress.onTerminal(errors(), width());
    changing = progress;
    return progress;
  }

  /// Progress that is of no use once it is past: none where it cannot be written over, or where it
  /// would get between the lines of calls.
  Progress fleetingProgress() {
    return live() && !verbose ? progress() : noProgress();
  }

  private static Progress noProgress() {
    return Progress.plain(new PrintStream(OutputStream.nullOutputStream()));
  }

  /// What the console of a session is to know.
  ConsoleOptions consoleOptions() {
    return new ConsoleOptions(
        Optional.of(environment.stateFolder().resolve("history")),
        palette(true) == Palette.COLOUR,
        environment.term().orElse(""),
        environment.variable("VISUAL").or(() -> environment.variable("EDITOR")),
        elsewhere(Environment.Stream.OUTPUT, output()),
        elsewhere(Environment.Stream.ERROR, errors()));
  }

  /// The program that shows pages, if somebody has chosen one.
  Optional<String> browser() {
    return environment.variable("BROWSER").filter(program -> !program.isBlank());
  }

  private Optional<PrintStream> elsewhere(Environment.Stream stream, PrintStream out) {
    return environment.terminal(stream) ? Optional.empty() : Optional.of(out);
  }

  /// Whether a line on standard error can be written over.
  boolean live() {
    if (lender != null) {
      return lender.live();
    }
    return environment.terminal(Environment.Stream.ERROR)
        && !environment.ci()
        && !environment.term().orElse("dumb").equals("dumb");
  }

  /// Tells a line on standard error, unless quiet was asked for.
  void tell(String line) {
    if (!quiet) {
      spelt(line)
          .lines()
          .map(Line::of)
          .map(Line::toString)
          .flatMap(this::fitted)
          .forEach(this::line);
    }
  }

  /// A session has what is told cut between words; what is indented is in order already.
  private Stream<String> fitted(String line) {
    return lender == null || line.startsWith(" ")
        ? Stream.of(line)
        : Paragraph.wrap(line, errorColumns()).stream();
  }

  /// Tells a line that is painted, unless quiet was asked for.
  void tell(Style style, String line) {
    if (!quiet) {
      fitted(Line.of(spelt(line)).toString()).forEach(each -> line(paintError(style, each)));
    }
  }

  void warn(String prose) {
    String label = "warning: ";
    List<String> lines = Paragraph.wrap(spelt(prose), errorColumns() - label.length());
    line(paintError(Style.WARNING, label) + String.join("\n", lines));
  }

  /// Prints a line on standard error as it is.
  void line(String line) {
    Progress below = changing;
    if (below == null) {
      errors().println(line);
    } else {
      below.print(line);
    }
  }

  String paintError(Style style, String text) {
    return errorPalette().paint(style, text);
  }

  /// The width that prose on standard error is wrapped at; a file or a pipe does not wrap.
  int errorColumns() {
    return environment.terminal(Environment.Stream.ERROR) ? width() : Integer.MAX_VALUE;
  }

  /// Colours on standard error.
  Palette errorPalette() {
    return palette(environment.terminal(Environment.Stream.ERROR));
  }

  private int width() {
    return lender == null ? environment.columns().orElse(DEFAULT_WIDTH) : lender.columns();
  }

  private Palette palette(boolean terminal) {
    return colour.palette(
        environment.noColor().orElse(null),
        environment.clicolorForce().orElse(null),
        terminal,
        environment.term().orElse(null));
  }
}
