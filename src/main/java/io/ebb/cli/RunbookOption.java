package io.ebb.cli;

import io.ebb.run.Entry.Chosen;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Runbook;
import io.ebb.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which blocks of a runbook are carried out, and how.
final class RunbookOption {
  @Option(names = "--list", description = "List the blocks of a runbook, and run nothing.")
  private boolean list;

  @Option(names = "--step", description = "Ask before each block of a runbook.")
  private boolean step;

  @Option(
      names = "--from",
      paramLabel = "BLOCK",
      description = "Leave out the blocks of a runbook before this one.")
  private @Nullable String from;

  @Option(
      names = "--only",
      paramLabel = "BLOCK",
      split = ",",
      description = "Leave out all other blocks of a runbook.")
  private List<String> only = new ArrayList<>();

  /// Whether the blocks are to be listed, and nothing else.
  boolean lists() {
    return list;
  }

  /// The choice among the blocks of this runbook.
  ///
  /// @throws UsageException naming all blocks that it does not have
  Chosen among(Runbook runbook) {
    if (from != null && !only.isEmpty()) {
      throw new UsageException("--from and --only exclude each other: give one of them");
    }
    List<String> names = runbook.blocks().stream().map(Block::name).toList();
    String unknown =
        Stream.concat(Stream.ofNullable(from), only.stream())
            .filter(name -> !names.contains(name))
            .map(name ->
                "%s has no block %s; %s"
                    .formatted(runbook.file(), name, Suggestion.of(name, names)))
            .collect(Collectors.joining("\n"));
    if (!unknown.isEmpty()) {
      throw new UsageException(unknown);
    }
    return new Chosen(from, only, step);
  }

  /// A script has no blocks.
  ///
  /// @throws UsageException naming what was given
  void refuse(String script) {
    List<String> given = new ArrayList<>();
    if (list) {
      given.add("--list");
    }
    if (step) {
      given.add("--step");
    }
    if (from != null) {
      given.add("--from");
    }
    if (!only.isEmpty()) {
      given.add("--only");
    }
    if (!given.isEmpty()) {
      throw new UsageException(
          "%s is a script and has no blocks; %s for runbooks, %s"
              .formatted(
                  script,
                  String.join(", ", given) + (given.size() == 1 ? " is" : " are"),
                  Runbook.EXTENSION));
    }
  }
}
