package io.ebb.cli;

import io.ebb.settings.Environment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `ebb` command.
public final class Main {
  private static final List<Class<?>> COMMANDS =
      List.of(
          RunCommand.class,
          RetireCommand.class,
          ApplyCommand.class,
          RunsCommand.class,
          ShowCommand.class,
          ReportCommand.class,
          ResumeCommand.class,
          CancelCommand.class,
          UndoCommand.class,
          ClustersCommand.class,
          NodesCommand.class,
          QueuesCommand.class,
          JobsCommand.class,
          OperationsCommand.class,
          NodesetCommand.class,
          WordsCommand.class,
          EditorCommand.class,
          SimCommand.class,
          DoctorCommand.class,
          VersionCommand.class);

  private static final Set<String> HELP = Set.of("-h", "--help");

  /// What asks for something else than a session or a script.
  private static final Set<String> OTHERWISE = Set.of("-h", "--help", "-V", "--version");

  private Main() {}

  /// Runs the command line and ends the process with its exit code.
  public static void main(String[] args) {
    WatchedOutput out = new WatchedOutput();
    Terminal terminal = Terminal.system(out);
    int code = run(terminal, args);
    terminal.out().flush();
    if (out.loss() != null) {
      terminal.err().println("error: results are lost: standard output: " + out.loss());
      code = code == ExitCode.DONE ? ExitCode.FAILED : code;
    }
    System.exit(code);
  }

  /// Runs the command line.
  ///
  /// @return the exit code
  static int run(Terminal terminal, String... args) {
    return run(terminal, piped(terminal, List.of(args)));
  }

  /// Without a command, what comes from standard input is a script, unless that is a terminal.
  private static List<String> piped(Terminal terminal, List<String> words) {
    boolean session = words.isEmpty() || words.getFirst().startsWith("-");
    boolean other = words.stream().anyMatch(OTHERWISE::contains);
    if (!session || other || terminal.environment().terminal(Environment.Stream.INPUT)) {
      return words;
    }
    return Stream.concat(
            Stream.of("run", "-"),
            words.stream().filter(word -> !word.equals(SessionCommand.NO_INIT)))
        .toList();
  }

  private static int run(Terminal terminal, List<String> words) {
    CommandLine command = new CommandLine(new SessionCommand(terminal), new Parts(terminal));
    complete(command);
    commandsFor(words).forEach(command::addSubcommand);
    command.getSubcommands().values().forEach(Main::complete);
    // What is set from here on reaches the subcommands, too.
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setExpandAtFiles(false); // @queue:batch is a group of nodes, not a file of arguments
    command.setUsageHelpWidth(new Common(terminal).helpColumns());
    command.setOut(Terminal.writer(terminal.out()));
    command.setErr(Terminal.writer(terminal.err()));
    Optional.ofNullable(command.getSubcommands().get("run"))
        // The value of a script's parameter may begin with a dash.
        .ifPresent(run -> run.setPosixClusteredShortOptionsAllowed(false));
    command.setParameterExceptionHandler((e, _) -> complain(terminal, e, words));
    command.setExecutionExceptionHandler((e, _, _) -> complain(terminal, e, words));
    return command.execute(plain(words));
  }

  /// The command that is named; all of them where help or a suggestion may need them. Making one
  /// costs a tenth of the time that making all would.
  private static List<Class<?>> commandsFor(List<String> words) {
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(type -> !words.isEmpty() && nameOf(type).equals(words.getFirst()))
            .toList();
    boolean options = !words.isEmpty() && words.getFirst().startsWith("-");
    boolean session = words.isEmpty() || (options && words.stream().noneMatch(HELP::contains));
    return session ? List.of() : named.isEmpty() ? COMMANDS : named;
  }

  /// The names of all commands.
  static List<String> names() {
    return COMMANDS.stream().map(Main::nameOf).toList();
  }

  private static String nameOf(Class<?> type) {
    return type.getAnnotation(Command.class).name();
  }

  /// Makes the parts of commands that need the terminal; picocli makes all others.
  private record Parts(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == Common.class) {
        return type.cast(new Common(terminal));
      } else if (type == NodesetCommand.class) {
        return type.cast(new NodesetCommand(terminal.in()));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  /// Adds what annotations do not say: a command that has no `--help` of its own gets the usual
  /// one.
  static void complete(CommandLine command) {
    if (command.getCommand() instanceof Tailored tailored) {
      tailored.tailor(command.getCommandSpec());
    }
    if (!command.getCommandSpec().optionsMap().containsKey("--help")) {
      command.addMixin("help", new HelpOption());
    }
  }

  private static int complain(Terminal terminal, Exception error, List<String> words) {
    Complaint complaint = Complaint.about(error);
    boolean verbose = words.contains("-v") || words.contains("--verbose");
    if (!complaint.expected() && verbose) {
      error.printStackTrace(terminal.err());
    }
    Common common = new Common(terminal);
    complaint.tell(
        terminal.err(), Format.among(words), common.errorPalette(), common.errorColumns());
    return ExitCode.of(error);
  }

  /// `--sim` takes its scenario only after an equals sign: the word behind it is the command's own.
  /// And who asks for help or the version in another way is understood.
  private static String[] plain(List<String> words) {
    if (words.size() == 1) {
      switch (words.getFirst()) {
        case "--version", "-V" -> {
          return new String[] {"version"};
        }
        case "help" -> {
          return new String[] {"--help"};
        }
        default -> {}
      }
    }
    return words.stream()
        .map(arg -> arg.equals("--sim") ? "--sim=" + Connected.STANDARD : arg)
        .toArray(String[]::new);
  }
}
