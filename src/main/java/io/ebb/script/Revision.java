package io.ebb.script;

import io.ebb.run.Entry;
import io.ebb.run.RefusedException;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Runbook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A runbook that was edited while its run had stopped. What has begun must be as it was, for it is
/// gone through again; what has not may be anything.
///
/// @param before as its run has it
/// @param after as it is now
/// @param chosen which blocks are carried out
record Revision(Runbook before, Runbook after, Entry.Chosen chosen) {

  /// @param standing the events of the run that hold still
  /// @throws RefusedException when something was edited that has begun
  void check(String run, List<Entry> standing) {
    if (!before.head().parameters().equals(after.head().parameters())) {
      throw RefusedException.edited(run, "the parameters of its head have given values already");
    }
    missing()
        .ifPresent(name -> {
          throw RefusedException.edited(
              run, "block \"%s\" was chosen when it began, and is there no more".formatted(name));
        });
    List<Block> now = after.blocks();
    for (int i = 0; i < begun(standing); i++) {
      Block then = before.blocks().get(i);
      if (i >= now.size() || !isSame(then, now.get(i))) {
        throw RefusedException.edited(
            run, "block \"%s\" has begun, and is another one now".formatted(then.name()));
      }
    }
  }

  /// @param stored the text that the run has now
  /// @throws RefusedException when it is not the one that was edited
  void checkBefore(String run, Runbook stored) {
    if (!stored.text().equals(before.text())) {
      throw RefusedException.editedMeanwhile(run);
    }
  }

  /// A block that was chosen, and that there is no more.
  private Optional<String> missing() {
    return Stream.concat(Stream.ofNullable(chosen.from()), chosen.only().stream())
        .filter(name -> !isThere(name))
        .findFirst();
  }

  /// What is called by its place alone may be another block now.
  private boolean isThere(String name) {
    Optional<Block> now = named(after, name);
    return name.matches("block-\\d+")
        ? now.isPresent() && named(before, name).filter(then -> isSame(then, now.get())).isPresent()
        : now.isPresent();
  }

  private static Optional<Block> named(Runbook runbook, String name) {
    return runbook.blocks().stream().filter(block -> block.name().equals(name)).findFirst();
  }

  /// How many blocks are over or have begun.
  private static int begun(List<Entry> standing) {
    int begun = 0;
    boolean goesOn = false;
    for (Entry entry : standing) {
      switch (entry) {
        case Entry.BlockBegan _ -> goesOn = true;
        case Entry.BlockEnded _ -> {
          begun++;
          goesOn = false;
        }
        default -> {}
      }
    }
    return goesOn ? begun + 1 : begun;
  }

  /// Whether all but the place in the file is the same.
  private static boolean isSame(Block one, Block other) {
    return one.equals(
        new Block(
            other.name(),
            other.language(),
            other.text(),
            one.line(),
            other.confirm(),
            other.timeout(),
            other.when(),
            other.onError()));
  }
}
