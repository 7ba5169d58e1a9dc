package io.ebb.cli;

import io.ebb.script.Language;
import io.ebb.script.Script;
import io.ebb.script.Words;
import io.ebb.script.head.HeadException;
import io.ebb.script.head.Parameter;
import io.ebb.script.manual.EditorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("there is no folder " + folder + ": make it first");
    }
    Map<String, String> files = EditorFiles.of(Words.catalogue(), parameters());
    if (!force) {
      refuseToOverwrite(files.keySet().stream().map(folder::resolve).toList());
    }
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      written.add(path.toString());
    }
    common.screen().show(written);
    return ExitCode.DONE;
  }

  private static void refuseToOverwrite(List<Path> files) throws IOException {
    List<String> foreign = new ArrayList<>();
    for (Path file : files) {
      if (Files.exists(file) && !Files.readString(file).contains(EditorFiles.MARK)) {
        foreign.add(file.toString());
      }
    }
    if (!foreign.isEmpty()) {
      throw new UsageException(
          "nothing was written: %s is not from ebb editor; give --force to write over it"
              .formatted(String.join(", ", foreign)));
    }
  }

  /// What the heads of the scripts in the folder declare.
  private List<Parameter> parameters() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().flatMap(this::parameters).toList();
    }
  }

  private Stream<Parameter> parameters(Path file) {
    try {
      return Language.ofFile(file.toString())
          .map(language -> Script.read(file, language).head().parameters().stream())
          .orElseGet(Stream::of);
    } catch (HeadException e) {
      common.warn(file + " is left out: " + e.getMessage());
      return Stream.of();
    }
  }
}
