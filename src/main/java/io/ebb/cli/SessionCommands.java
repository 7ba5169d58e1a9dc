package io.ebb.cli;

import io.ebb.cli.colon.Commands;
import io.ebb.cli.colon.Session;
import io.ebb.cli.colon.Verbatim;
import io.ebb.text.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// The commands of a session by name: its own, and those of `ebb` that make sense in it. The model
/// of each is made when it is needed.
final class SessionCommands {
  /// What a session decides once for all its commands.
  private static final List<String> DECIDED =
      List.of("--sim", "--endpoint", "--zone", "--profile", "--db", "--color", "--no-input");

  private static final List<Class<?>> OF_EBB =
      List.of(
          RunsCommand.class,
          ShowCommand.class,
          ReportCommand.class,
          ResumeCommand.class,
          CancelCommand.class,
          UndoCommand.class,
          DoctorCommand.class);

  private final Terminal terminal;
  private final Commands own;
  private final SequencedMap<String, Class<?>> types = new LinkedHashMap<>();
  private volatile List<io.ebb.repl.completion.Command> offered = List.of();

  /// @param session what its own commands work with
  /// @param terminal what it lends to those of `ebb`
  SessionCommands(Session session, Terminal terminal) {
    this.terminal = terminal;
    this.own = new Commands(session);
    Commands.all().forEach(type -> types.put(annotation(type).name(), type));
    OF_EBB.forEach(type -> types.put(":" + annotation(type).name(), type));
  }

  private static Command annotation(Class<?> type) {
    return type.getAnnotation(Command.class);
  }

  /// The names of all commands, in the order of their help.
  List<String> names() {
    return List.copyOf(types.keySet());
  }

  /// What a command is for, in one line.
  String brief(String name) {
    return String.join(" ", annotation(type(name)).description());
  }

  /// The full name that is meant: by itself, by an alias, or by a beginning that no other has.
  ///
  /// @param typed with its colon
  /// @throws UsageException when none or several may be meant
  String named(String typed) {
    if (types.containsKey(typed)) {
      return typed;
    }
    Set<String> meant =
        types.keySet().stream()
            .filter(name -> all(name).anyMatch(each -> each.startsWith(typed)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Optional<String> alias =
        types.keySet().stream().filter(name -> all(name).anyMatch(typed::equals)).findFirst();
    if (alias.isPresent()) {
      return alias.get();
    } else if (meant.size() == 1 && typed.length() > 1) {
      return meant.iterator().next();
    }
    throw new UsageException(
        meant.isEmpty() || typed.length() == 1
            ? "there is no command %s: %s".formatted(typed, Suggestion.of(typed, names()))
            : "%s may be %s: type more of it".formatted(typed, String.join(" or ", meant)));
  }

  private Stream<String> all(String name) {
    return Stream.concat(Stream.of(name), Arrays.stream(annotation(type(name)).aliases()));
  }

  private Class<?> type(String name) {
    return Objects.requireNonNull(types.get(name), name);
  }

  /// Whether it works for a while, on a thread of its own.
  boolean ofEbb(String name) {
    return OF_EBB.contains(type(name));
  }

  /// All commands, as completion knows them. Made when it is asked for first.
  List<io.ebb.repl.completion.Command> offered() {
    if (offered.isEmpty()) {
      offered =
          names().stream().map(name -> Offered.of(name, model(name).getCommandSpec())).toList();
    }
    return offered;
  }

  /// Whether a statement stands behind the command of this name, if there is one.
  boolean takeStatement(String typed) {
    Class<?> type = types.get(typed);
    return type != null && Verbatim.class.isAssignableFrom(type);
  }

  /// Carries out a command.
  ///
  /// @param name its full name
  /// @param rest what stands behind it
  /// @throws RuntimeException what goes wrong in it
  void carryOut(String name, String rest) {
    List<String> words =
        Verbatim.class.isAssignableFrom(type(name)) ? verbatim(rest) : ShellWords.of(rest);
    Failures failures = new Failures();
    CommandLine command = model(name);
    command.setParameterExceptionHandler((e, _) -> failures.keep(e));
    command.setExecutionExceptionHandler((e, _, _) -> failures.keep(e));
    int _ = command.execute(words.toArray(String[]::new));
    failures.rethrow();
  }

  /// All help of a command.
  String help(String name) {
    return model(name).getUsageMessage();
  }

  /// A statement may begin like an option, but for those that ask for help.
  private static List<String> verbatim(String rest) {
    return rest.isEmpty() ? List.of() : List.of(rest);
  }

  /// The model of a command.
  CommandLine model(String name) {
    CommandLine command = new CommandLine(type(name), new Parts());
    CommandSpec spec = command.getCommandSpec();
    command.setCommandName(name);
    Main.complete(command);
    DECIDED.stream().map(spec::findOption).filter(Objects::nonNull).forEach(spec::remove);
    spec.usageMessage().footer(spelt(spec.usageMessage().footer()));
    spec.usageMessage().customSynopsis(spelt(spec.usageMessage().customSynopsis()));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setExpandAtFiles(false);
    command.setUsageHelpWidth(new Common(terminal).helpColumns());
    command.setOut(Terminal.writer(terminal.out()));
    command.setErr(Terminal.writer(terminal.err()));
    if (Verbatim.class.isAssignableFrom(type(name))) {
      command.setUnmatchedOptionsArePositionalParams(true);
    }
    return command;
  }

  /// As they are typed here.
  private String[] spelt(String[] lines) {
    Common common = new Common(terminal);
    return Arrays.stream(lines).map(common::spelt).toArray(String[]::new);
  }

  /// Makes what commands consist of: those of `ebb` get what the session lends.
  private final class Parts implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type == Common.class ? type.cast(new Common(terminal)) : own.create(type);
    }
  }

  /// What went wrong in a command.
  private static final class Failures {
    private @Nullable Exception first;

    int keep(Exception e) {
      first = first == null ? e : first;
      return ExitCode.of(e);
    }

    void rethrow() {
      if (first instanceof RuntimeException e) {
        throw e;
      } else if (first != null) {
        throw new IllegalStateException(first);
      }
    }
  }
}
