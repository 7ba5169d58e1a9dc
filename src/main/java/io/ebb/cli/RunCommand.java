package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Entry.Chosen;
import io.ebb.run.Entry.Scripted;
import io.ebb.script.Language;
import io.ebb.script.RunbookEngine;
import io.ebb.script.Script;
import io.ebb.script.ScriptEngine;
import io.ebb.script.head.GivenWords;
import io.ebb.script.head.Head;
import io.ebb.script.head.Parameter;
import io.ebb.script.head.Parameters;
import io.ebb.script.runbook.Draft;
import io.ebb.script.runbook.Runbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// `ebb run`: carries out a script or a runbook. What its head declares as parameters are options
/// of this command.
@Command(
    name = "run",
    description = "Run a script (.js, .py) or a runbook (.md), with its parameters as options.",
    customSynopsis = "ebb run FILE|- [--PARAMETER VALUE …] [OPTIONS]",
    footer = {
      "",
      "FILE - reads the script from standard input. `ebb run FILE --help` shows its parameters.",
      "",
      "  ebb run scripts/retire-idle.js --sim --cluster ehpc-8jqdq0mz --queue batch --count 4 --yes",
      "  ebb run scripts/end-of-contract.md --list"
    })
final class RunCommand implements Callable<Integer> {
  private static final String RUNBOOK = Runbook.EXTENSION;

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

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RunbookOption blocks;

  @Option(names = "--eval", paramLabel = "CODE", description = "Run this code, not a file.")
  private @Nullable String code;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "js, python or md, where no file name tells (default: js).")
  private @Nullable String lang;

  @Option(
      names = "--yes",
      description = "Carry out what is decided without asking for confirmation.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Show the plans, and change nothing.")
  private boolean dryRun;

  @Option(
      names = {"-h", "--help"},
      description = "Show this help, with the parameters of the script or runbook.")
  private boolean help;

  /// The file and the parameters; which words belong to which is known when the head has been read.
  @Unmatched private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    if (help && code == null && (words.isEmpty() || words.getFirst().startsWith("--"))) {
      spec.commandLine().usage(spec.commandLine().getOut());
      return ExitCode.DONE;
    }
    return isRunbook() ? runbook(draft()) : script(script());
  }

  private int script(Script script) {
    blocks.refuse(script.file());
    List<Parameter> declared = declared(script.file(), script.head());
    if (help) {
      ScriptHelp.print(script.file(), script.head(), spec.commandLine());
      return ExitCode.DONE;
    }
    return run(script, values(declared));
  }

  private int runbook(Draft draft) {
    Runbook runbook = draft.runbook();
    if (help) {
      Head head = draft.sound().head();
      ScriptHelp.print(runbook.file(), head, spec.commandLine());
      return ExitCode.DONE;
    } else if (blocks.lists()) {
      common.screen().show(draft.sound().blocks());
      return ExitCode.DONE;
    }
    try (RunbookEngine engine = new RunbookEngine()) {
      RunbookCheck.of(draft, engine);
      Chosen chosen = blocks.among(runbook);
      return run(engine, runbook, values(declared(runbook.file(), runbook.head())), chosen);
    }
  }

  private Map<String, Object> values(List<Parameter> declared) {
    return Parameters.bind(declared, GivenWords.read(words, declared));
  }

  /// The parameters, none of which may hide one of Ebb's own options.
  private List<Parameter> declared(String file, Head head) {
    List<Parameter> declared = head.parameters();
    declared.stream()
        .filter(parameter -> spec.optionsMap().containsKey("--" + parameter.name()))
        .findFirst()
        .ifPresent(parameter -> {
          throw new UsageException(
              file
                  + ": the parameter "
                  + parameter.name()
                  + " has the name of an option of ebb run: give it another");
        });
    return declared;
  }

  private int run(
      RunbookEngine engine, Runbook runbook, Map<String, Object> values, Chosen chosen) {
    return hosted(
        engine::interrupt,
        (ebb, host) -> {
          RunbookTerminal terminal = host.forRunbooks();
          RetireOptions base = overrides.on(ebb.defaults());
          terminal.carryOut(() -> ebb.run(engine, runbook, values, base, terminal, chosen));
        });
  }

  private int run(Script script, Map<String, Object> values) {
    try (ScriptEngine engine = new ScriptEngine(script.language())) {
      return hosted(
          engine::interrupt,
          (ebb, host) -> ebb.run(engine, script, values, overrides.on(ebb.defaults()), host));
    }
  }

  private int hosted(Runnable interrupt, BiConsumer<Ebb, TerminalHost> work) {
    Confirmation confirmation = Confirmation.of(common, yes);
    GivenAnswers given = answers.given();
    try (Connected connected = Connected.open(common);
        TerminalHost host = new TerminalHost(connected, confirmation, given, dryRun);
        Reaction _ = host.interrupts(interrupt)) {
      try {
        work.accept(connected.ebb(), host);
      } catch (RuntimeException e) {
        throw AfterRunsException.of(e, host.exitCode());
      }
      return host.exitCode();
    }
  }

  private boolean isRunbook() {
    boolean file = code == null && !words.isEmpty() && words.getFirst().endsWith(RUNBOOK);
    return lang == null ? file : RUNBOOK.equals("." + lang) || lang.equals(Scripted.RUNBOOK);
  }

  private Draft draft() {
    if (code != null) {
      return Runbook.draft("<eval>", code);
    } else if (words.isEmpty() || words.getFirst().startsWith("--")) {
      throw new UsageException("which runbook? name it first: ebb run FILE.md …");
    }
    String file = words.removeFirst();
    return file.equals("-")
        ? Runbook.draft("<stdin>", standardInput())
        : Runbook.draft(Path.of(file));
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
          "what language is " + file + "? its name ends in none of .js, .py and .md: give --lang");
    }
    return Script.read(Path.of(file), language(id));
  }

  private Language language(String otherwise) {
    String wanted = lang == null ? otherwise : lang;
    return Language.named(wanted)
        .orElseThrow(
            () -> new UsageException("there is no language " + wanted + ": js, python or md"));
  }

  private String standardInput() {
    return common.input().lines().collect(Collectors.joining("\n", "", "\n"));
  }
}
