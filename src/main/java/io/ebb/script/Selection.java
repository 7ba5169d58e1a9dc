package io.ebb.script;

import io.ebb.run.Entry;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Runbook;
import io.ebb.text.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which blocks of a runbook are carried out.
///
/// @param names of all blocks, in order
record Selection(List<String> names, Entry.Chosen chosen) {

  /// @throws IllegalArgumentException when a block is chosen that there is not
  static Selection of(Runbook runbook, Entry.Chosen chosen) {
    List<String> names = runbook.blocks().stream().map(Block::name).toList();
    Stream.concat(Stream.ofNullable(chosen.from()), chosen.only().stream())
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException(
              "%s has no block \"%s\"; %s"
                  .formatted(runbook.file(), name, Suggestion.of(name, names)));
        });
    return new Selection(names, chosen);
  }

  /// Why the block is left out; empty when it is carried out.
  Optional<String> leftOut(Block block) {
    String from = chosen.from();
    if (from != null && names.indexOf(block.name()) < names.indexOf(from)) {
      return Optional.of("left out by --from " + from);
    } else if (!chosen.only().isEmpty() && !chosen.only().contains(block.name())) {
      return Optional.of("left out by --only " + String.join(",", chosen.only()));
    }
    return Optional.empty();
  }
}
