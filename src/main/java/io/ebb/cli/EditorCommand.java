package io.ebb.cli;

import io.ebb.script.Language;
import io.ebb.script.Script;
import io.ebb.script.Words;
import io.ebb.script.head.HeadException;
import io.ebb.script.head.Parameter;
import io.ebb.script.manual.EditorFiles;
import io.ebb.script.runbook.Runbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ebb editor`: writes the files by which editors know the words of scripts.
@Command(
    name = "editor",
    description = "Write the files by which editors complete and check scripts.",
    footer = {
      "",
      "For VS Code, the TypeScript compiler and pyright. Run it again after an update of Ebb, or",
      "  when the head of a script declares another parameter.",
      "",
      "  ebb editor",
      "  ebb editor scripts"
    })
final class EditorCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder of the scripts (default: this one).")
  private Path folder = Path.of(".");

  @Option(names = "--force", description = "Write over files that are not from here.")
  private boolean force;

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("there is no folder " + folder + ": make it first");
    }
    OwnFiles files =
        new OwnFiles(folder, EditorFiles.MARK, EditorFiles.of(Words.catalogue(), parameters()));
    List<Path> foreign = files.foreign();
    if (!force && !foreign.isEmpty()) {
      throw new UsageException(
          "nothing was written: not from ebb editor is %s; give --force to write over it"
              .formatted(foreign.stream().map(Path::toString).collect(Collectors.joining(", "))));
    }
    common.screen().show(files.write().stream().map(Path::toString).toList());
    return ExitCode.DONE;
  }

  /// What the heads of the scripts and runbooks in the folder declare. A file of Markdown that is
  /// no runbook declares nothing.
  private List<Parameter> parameters() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().flatMap(this::parameters).toList();
    } catch (IOException e) {
      throw new UsageException("cannot look into " + folder + ": " + e.getMessage());
    }
  }

  private Stream<Parameter> parameters(Path file) {
    try {
      if (file.toString().endsWith(Runbook.EXTENSION)) {
        return Runbook.draft(file).runbook().head().parameters().stream();
      }
      return Language.ofFile(file.toString())
          .map(language -> Script.read(file, language).head().parameters().stream())
          .orElseGet(Stream::of);
    } catch (HeadException e) {
      common.warn(file + " is left out: " + e.getMessage());
      return Stream.of();
    }
  }
}
