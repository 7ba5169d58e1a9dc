package io.ebb.script;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Map<String, ScriptFolder> mounted = new HashMap<>();
  private final Bounds bounds;
  private final String main;
  private final Map<String, Look> looks = new HashMap<>();
  private final Map<String, List<String>> names = new HashMap<>();

  /// As it was when the statement before looked last.
  private final Map<String, Look> before = new HashMap<>();

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

  /// A statement begins: what stands in the folder is looked at anew.
  ///
  /// @param place the real path of the folder that it lies in
  /// @return what names in that folder begin with; empty for the folder of the dialogue
  String begin(Path place) {
    before.putAll(looks);
    looks.keySet().removeIf(name -> !name.equals(".") && !statements.containsKey(name));
    names.clear();
    read = 0;
    if (folder != null && place.startsWith(folder.root())) {
      return folder.root().relativize(place).toString();
    }
    for (Map.Entry<String, ScriptFolder> each : mounted.entrySet()) {
      if (each.getValue().root().equals(place)) {
        return each.getKey();
      }
    }
    String name = "loaded-" + (mounted.size() + 1);
    mounted.put(name, new ScriptFolder(place, bounds));
    looks.put(name, Look.FOLDER);
    return name;
  }

  /// Puts a statement of a dialogue where errors find its text.
  ///
  /// @param name as the engine knows it
  void lay(String name, Script statement, Typed typed) {
    looks.put(name, Look.text(statement.text()));
    statements.put(name, new Laid(statement.file(), typed));
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
    return known != null || folder == null ? orNothing(known) : first(name);
  }

  private static Look orNothing(@Nullable Look known) {
    return known == null ? Look.NOTHING : known;
  }

  private Look first(String name) {
    if (isUnderNothing(name)) {
      return Look.NOTHING;
    }
    Look known = before.get(name); // what an earlier statement has seen is in the record already
    Look look =
        known != null && known.equals(now(name))
            ? known
            : session.outside().look(name, () -> bounded(now(name)));
    looks.put(name, look);
    return look;
  }

  private Look now(String name) {
    return folderOf(name).look(nameThere(name));
  }

  private ScriptFolder folderOf(String name) {
    ScriptFolder loaded = mounted.get(Path.of(name).getName(0).toString());
    return loaded == null ? Objects.requireNonNull(folder) : loaded;
  }

  private String nameThere(String name) {
    Path path = Path.of(name);
    if (!mounted.containsKey(path.getName(0).toString())) {
      return name;
    }
    return path.getNameCount() == 1 ? "." : path.subpath(1, path.getNameCount()).toString();
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
        name, each -> session.outside().names(each, () -> folderOf(each).names(nameThere(each))));
  }

  /// What was read of a file; empty when it was not read.
  String text(String name) {
    Look look = looks.getOrDefault(name, before.get(name));
    return look == null || look.text() == null ? "" : look.text();
  }

  /// Whether a file of this name stands there now: for people, and in no record.
  boolean stands(String name) {
    return folder != null && now(name).text() != null;
  }
}
