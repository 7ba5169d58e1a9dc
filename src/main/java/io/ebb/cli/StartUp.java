package io.ebb.cli;

import io.ebb.repl.EditableFiles;
import io.ebb.script.Dialogue;
import io.ebb.script.Language;
import io.ebb.script.Said;
import io.ebb.script.Script;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What the start-up files say: `init.js` and `init.py`, each before anything else is said in its
/// language, and again when that begins afresh. Safe for use by many threads.
final class StartUp {
  private final Optional<EditableFiles> files;
  private final Consumer<RuntimeException> complaints;
  private final Set<Language> failed = EnumSet.noneOf(Language.class);

  /// @param files where they are; empty for none
  /// @param complaints hears what goes wrong in one, once
  StartUp(Optional<EditableFiles> files, Consumer<RuntimeException> complaints) {
    this.files = files;
    this.complaints = complaints;
  }

  /// The names of what they say.
  List<String> names() {
    return Arrays.stream(Language.values())
        .flatMap(language -> file(language).stream())
        .map(Path::toString)
        .toList();
  }

  /// Says the file of a language, unless that was done.
  synchronized void before(Language language, Dialogue dialogue) {
    if (!failed.contains(language)) {
      file(language)
          .filter(file -> !isSaid(file, dialogue))
          .ifPresent(file -> {
            try {
              Said _ = dialogue.load(Script.read(file, language), Map.of());
            } catch (RuntimeException e) {
              failed.add(language);
              complaints.accept(e);
            }
          });
    }
  }

  private Optional<Path> file(Language language) {
    return files.flatMap(each -> each.find("init" + language.extension()));
  }

  private static boolean isSaid(Path file, Dialogue dialogue) {
    return dialogue.said().stream()
        .anyMatch(spoken -> spoken.statement().name().equals(file.toString()));
  }
}
