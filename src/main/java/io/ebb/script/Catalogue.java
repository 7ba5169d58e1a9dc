package io.ebb.script;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Everything a script can say, read once from the annotations of the word classes.
final class Catalogue {
  private static final Catalogue STANDARD =
      new Catalogue(
          List.of(
              Roots.class,
              EhpcWords.class,
              ClusterWords.class,
              QueueWords.class,
              NodesWords.class,
              NodeWords.class,
              JobWords.class,
              OperationWords.class,
              PlanWords.class,
              RunWords.class));

  private final SequencedMap<Class<?>, Entry> kinds = new LinkedHashMap<>();
  private final Map<String, Saying> sayings = new LinkedHashMap<>();

  Catalogue(List<Class<?>> wordClasses) {
    wordClasses.forEach(type -> kinds.put(type, entry(type)));
    kinds.values().forEach(kind -> kind.sayings().forEach(s -> sayings.put(s.key(), s)));
  }

  /// The catalogue of this version of Ebb.
  static Catalogue standard() {
    return STANDARD;
  }

  /// One kind of object.
  ///
  /// @param name its name, for example `cluster`
  /// @param doc what it stands for
  /// @param sayings its facts and words, facts first, each group by name
  record Entry(String name, String doc, List<Saying> sayings) {}

  /// One word or fact of a kind.
  ///
  /// @param kind the kind it belongs to
  /// @param name its name in camelCase
  /// @param fact whether it is read as a property
  /// @param doc what it is for
  /// @param example a line that uses it; empty for a fact
  /// @param effect what it does to the world
  /// @param inputs its parameters in order, positional ones first
  /// @param method what it calls
  record Saying(
      String kind,
      String name,
      boolean fact,
      String doc,
      String example,
      Effect effect,
      List<Input> inputs,
      Method method) {

    /// The name by which a script asks for it at the door: `cluster.retire`.
    String key() {
      return kind + "." + name;
    }

    /// How messages name it: what every script can say has no object before it.
    String said() {
      return kind.equals("roots") ? name : key();
    }

    List<Input> positional() {
      return inputs.stream().filter(input -> !input.option()).toList();
    }

    List<Input> options() {
      return inputs.stream().filter(Input::option).toList();
    }
  }

  /// One parameter.
  ///
  /// @param name its name in camelCase
  /// @param option whether it is given by name and may be left out
  /// @param doc what it means
  /// @param type what it is converted to
  record Input(String name, boolean option, String doc, Class<?> type) {}

  /// All kinds, in the order of the manual.
  List<Entry> kinds() {
    return List.copyOf(kinds.values());
  }

  /// The kind a value is shown to scripts as, if it is one.
  Optional<Entry> kindOf(Object value) {
    return Optional.ofNullable(kinds.get(value.getClass()));
  }

  /// The word or fact with this key, if there is one.
  @Nullable Saying find(String key) {
    return sayings.get(key);
  }

  private static Entry entry(Class<?> type) {
    Kind kind = type.getAnnotation(Kind.class);
    if (kind == null) {
      throw new IllegalStateException(type + " lacks @Kind");
    }
    List<Saying> found = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      Word word = method.getAnnotation(Word.class);
      Fact fact = method.getAnnotation(Fact.class);
      if (word != null) {
        found.add(
            new Saying(
                kind.value(),
                word.value(),
                false,
                word.doc(),
                word.example(),
                word.effect(),
                inputs(method),
                method));
      } else if (fact != null) {
        found.add(
            new Saying(
                kind.value(), fact.value(), true, fact.doc(), "", Effect.READ, List.of(), method));
      }
    }
    found.sort(Comparator.comparing(Saying::fact).reversed().thenComparing(Saying::name));
    return new Entry(kind.value(), kind.doc(), List.copyOf(found));
  }

  private static List<Input> inputs(Method method) {
    return Arrays.stream(method.getParameters()).map(p -> input(method, p)).toList();
  }

  private static Input input(Method method, Parameter parameter) {
    Arg arg = parameter.getAnnotation(Arg.class);
    if (arg != null) {
      return new Input(arg.value(), false, arg.doc(), parameter.getType());
    }
    Opt opt = parameter.getAnnotation(Opt.class);
    if (opt != null) {
      return new Input(opt.value(), true, opt.doc(), parameter.getType());
    }
    throw new IllegalStateException(method + ": a parameter lacks @Arg or @Opt");
  }
}
