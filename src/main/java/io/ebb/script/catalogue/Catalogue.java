package io.ebb.script.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Everything that a script can say. Immutable.
public final class Catalogue {
  private final SequencedMap<Class<?>, Entry> kinds = new LinkedHashMap<>();
  private final Map<String, Saying> sayings = new LinkedHashMap<>();

  /// Reads the annotations of the classes, each of which is one kind.
  ///
  /// @param wordClasses in the order of the manual
  public Catalogue(List<Class<?>> wordClasses) {
    wordClasses.forEach(type -> kinds.put(type, Declarations.kind(type)));
    kinds.values().forEach(kind -> kind.sayings().forEach(s -> sayings.put(s.key(), s)));
  }

  /// One kind of object.
  ///
  /// @param name its name, for example `cluster`
  /// @param doc what it stands for
  /// @param sayings its facts and words, facts first, each group by name
  /// @param row whether it is plain data: an object of the language, not one of ours
  public record Entry(String name, String doc, List<Saying> sayings, boolean row) {
    /// Copies the list.
    public Entry {
      sayings = List.copyOf(sayings);
    }

    /// What is read as a property.
    public List<Saying> facts() {
      return sayings.stream().filter(Saying::fact).toList();
    }

    /// What is called.
    public List<Saying> words() {
      return sayings.stream().filter(saying -> !saying.fact()).toList();
    }
  }

  /// All kinds, in the order of the manual.
  public List<Entry> kinds() {
    return List.copyOf(kinds.values());
  }

  /// The kind of this name, if there is one.
  public Optional<Entry> kind(String name) {
    return kinds.values().stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /// What every script can say without an object.
  public Entry roots() {
    return kind(Saying.ROOTS).orElseThrow();
  }

  /// The kind a value is shown to scripts as, if it is one.
  public Optional<Entry> kindOf(Object value) {
    return Optional.ofNullable(kinds.get(value.getClass()));
  }

  /// The word or fact with this key, if there is one.
  public @Nullable Saying find(String key) {
    return sayings.get(key);
  }
}
