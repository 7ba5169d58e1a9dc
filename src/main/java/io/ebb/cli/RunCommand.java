package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.script.Language;
import io.ebb.script.Script;
import io.ebb.script.ScriptEngine;
import io.ebb.script.head.GivenWords;
import io.ebb.script.head.Parameter;
import io.ebb.script.head.Parameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// `ebb run`: carries out a script. What its head declares as parameters are options of this
/// command.
@Command(
    name = "run",
    description = "Run a script (.js, .py), with its parameters as options.",
    customSynopsis = "ebb run FILE|- [--PARAMETER VALUE …] [OPTIONS]",
    footer = {
      "",
      "FILE - reads the script from standard input. `ebb run FILE --help` shows its parameters.",
      "",
      "  ebb run scripts/retire-idle.js --sim --cluster ehpc-8jqdq0mz --queue batch --count 4 --yes"
    })
final class RunCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private OverrideOption overrides;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AnswerOption answers;

  @Option(names = "--eval", paramLabel = "CODE", description = "Run this code, not a file.")
  private @Nullable String code;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "js or python, where no file name tells (default: js).")
  private @Nullable String lang;

  @Option(
      names = "--yes",
      description = "Carry out what the script decides without asking for confirmation.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show the plans, and change nothing.")
  private boolean dryRun;

  @Option(
      names = {"-h", "--help"},
      description = "Show this help, with the script's parameters.")
  private boolean help;

  /// The file and the parameters; which words belong to which is known when the head has been read.
  @Unmatched private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    if (help && code == null && (words.isEmpty() || words.getFirst().startsWith("--"))) {
      spec.commandLine().usage(spec.commandLine().getOut());
      return ExitCode.DONE;
    }
    Script script = script();
    List<Parameter> declared = declared(script);
    if (help) {
      ScriptHelp.print(script, spec.commandLine());
      return ExitCode.DONE;
    }
    Map<String, Object> values = Parameters.bind(declared, GivenWords.read(words, declared));
    return run(script, values);
  }

  /// The script's parameters, none of which may hide one of Ebb's own options.
  private List<Parameter> declared(Script script) {
    List<Parameter> declared = script.head().parameters();
    declared.stream()
        .filter(parameter -> spec.optionsMap().containsKey("--" + parameter.name()))
        .findFirst()
        .ifPresent(parameter -> {
          throw new UsageException(
              script.file()
                  + ": the parameter "
                  + parameter.name()
                  + " has the name of an option of ebb run: give it another");
        });
    return declared;
  }

  private int run(Script script, Map<String, Object> values) {
    GivenAnswers given = answers.given();
    try (Connected connected = Connected.open(common);
        ScriptEngine engine = new ScriptEngine(script.language());
        TerminalHost host =
            new TerminalHost(connected, Confirmation.of(common, yes), given, dryRun);
        Reaction _ = host.interrupts(engine::interrupt)) {
      try {
        Ebb ebb = connected.ebb();
        ebb.run(engine, script, values, overrides.on(ebb.defaults()), host);
      } catch (RuntimeException e) {
        throw AfterRunsException.of(e, host.exitCode());
      }
      return host.exitCode();
    }
  }

  private Script script() {
    if (code != null) {
      return Script.of("<eval>", language("js"), code);
    } else if (words.isEmpty() || words.getFirst().startsWith("--")) {
      throw new UsageException(
          "which script? name it first: ebb run FILE …, or - for standard input");
    }
    String file = words.removeFirst();
    if (file.equals("-")) {
      return Script.of("<stdin>", language("js"), standardInput());
    }
    String id = Language.ofFile(file).map(Language::id).orElse("");
    if (id.isEmpty() && lang == null) {
      throw new UsageException(
          "what language is " + file + "? its name ends in neither .js nor .py: give --lang");
    }
    return Script.read(Path.of(file), language(id));
  }

  private Language language(String otherwise) {
    String wanted = lang == null ? otherwise : lang;
    return Language.named(wanted)
        .orElseThrow(() -> new UsageException("there is no language " + wanted + ": js or python"));
  }

  private String standardInput() {
    return common.input().lines().collect(Collectors.joining("\n", "", "\n"));
  }
}
