package io.ebb.script;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the engine of JavaScript says when a module cannot be imported: it tells the file, and no
/// line.
///
/// @param module the path of what was imported
/// @param from the path of the file that imports it
/// @param why why it cannot be
record BrokenImport(String module, String from, String why) {
  private static final Pattern MISSING =
      Pattern.compile("Cannot find module '(.+)' imported from (.+)");
  private static final Pattern UNREADABLE =
      Pattern.compile("Error reading module '(.+)' imported from ([^:]+): (.+)");

  static Optional<BrokenImport> of(String message) {
    Matcher missing = MISSING.matcher(message);
    if (missing.find()) {
      return Optional.of(
          new BrokenImport(missing.group(1), missing.group(2), "there is no such file"));
    }
    Matcher unreadable = UNREADABLE.matcher(message);
    return unreadable.find()
        ? Optional.of(
            new BrokenImport(unreadable.group(1), unreadable.group(2), unreadable.group(3)))
        : Optional.empty();
  }

  String message() {
    Path path = Path.of(module);
    Object name = path.startsWith(Shelf.ROOT) ? Shelf.ROOT.relativize(path) : path;
    return "cannot import " + name + ": " + why;
  }

  /// What the line that imports it ends with, before the quote.
  String named() {
    return String.valueOf(Path.of(module).getFileName());
  }
}
