package io.ebb.script;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files beside a script, as the script sees them: each as it was when it was first looked at,
/// in the record of the script too, so that a script that is run again reads the same.
///
/// Names are relative to the script's folder; that folder itself is `.`. Belongs to the script's
/// thread.
final class Shelf {
  /// Where scripts see their folder, wherever it is: so that none depends on that.
  static final Path ROOT = Path.of("/script");

  private final Session session;
  private final @Nullable ScriptFolder folder;
  private final Bounds bounds;
  private final String main;
  private final Map<String, Look> looks = new HashMap<>();
  private final Map<String, List<String>> names = new HashMap<>();
  private final Map<String, Laid> statements = new HashMap<>();
  private long read;

  /// A statement.
  ///
  /// @param file as errors call it
  private record Laid(String file, Typed typed) {}

  Shelf(Script script, Session session, Bounds bounds) {
    Path place = script.folder();
    this.session = session;
    this.bounds = bounds;
    this.main = script.name();
    this.folder = place == null ? null : new ScriptFolder(place, bounds);
    looks.put(".", place == null ? Look.NOTHING : Look.FOLDER);
    looks.put(main, Look.text(script.text()));
  }

  /// Puts a statement of a dialogue where errors find its text.
  void lay(Script statement, Typed typed) {
    looks.put(statement.name(), Look.text(statement.text()));
    statements.put(statement.name(), new Laid(statement.file(), typed));
  }

  /// What errors call the file of this name, if it is a statement.
  Optional<String> file(String name) {
    return Optional.ofNullable(statements.get(name)).map(Laid::file);
  }

  /// The place as it was typed, in the statement of this name.
  Place typed(String name, Place place) {
    Laid statement = statements.get(name);
    return statement == null ? place : statement.typed().typed(place);
  }

  /// The path at which a script sees what has this name.
  static Path path(String name) {
    return ROOT.resolve(name);
  }

  /// Whether scripts do not see what has this name, whatever it is.
  boolean hides(String name) {
    return !name.equals(main) && ScriptFolder.isHidden(Path.of(name));
  }

  /// What stands under the name.
  Look look(String name) {
    Look known = looks.get(name);
    return known != null || folder == null ? orNothing(known) : first(folder, name);
  }

  private static Look orNothing(@Nullable Look known) {
    return known == null ? Look.NOTHING : known;
  }

  private Look first(ScriptFolder in, String name) {
    if (isUnderNothing(name)) {
      return Look.NOTHING;
    }
    Look look = session.outside().look(name, () -> bounded(in.look(name)));
    looks.put(name, look);
    return look;
  }

  /// Whether a listing that was given has shown already that nothing stands there.
  private boolean isUnderNothing(String name) {
    Path path = Path.of(name);
    List<String> siblings = names.get(path.getParent() == null ? "." : path.getParent().toString());
    return siblings != null && !siblings.contains(path.getFileName().toString());
  }

  private Look bounded(Look look) {
    read += look.text() == null ? 0 : look.text().length();
    return read > bounds.files()
        ? Look.refused("the script has read more than " + Bounds.size(bounds.files()) + " of files")
        : look;
  }

  /// The names in a folder, in order.
  List<String> names(String name) {
    if (folder == null) {
      return List.of();
    }
    return names.computeIfAbsent(
        name, each -> session.outside().names(each, () -> folder.names(each)));
  }

  /// What was read of a file; empty when it was not read.
  String text(String name) {
    Look look = looks.get(name);
    return look == null || look.text() == null ? "" : look.text();
  }

  /// Whether a file of this name stands there now: for people, and in no record.
  boolean stands(String name) {
    return folder != null && folder.look(name).text() != null;
  }
}
