package io.ebb.script;

import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Names;
import io.ebb.script.catalogue.Shape;
import io.ebb.text.Durations;
import io.ebb.text.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/// Converts values on their way between a script and Java, so that no guest value stays in Java and
/// no Java object but an opaque [Handle] is ever seen by a script.
///
/// Belongs to one context and is used by its thread only.
final class Bridge {
  /// The key that asks for an object's text instead of one of its words.
  static final String TEXT = "@text";

  /// The key that asks what an object stands for: two of one kind with the same are equal.
  static final String KEY = "@key";

  /// The key by which Python's `with` enters a step.
  static final String ENTER = "@enter";

  /// The key by which Python's `with` leaves a step.
  static final String LEAVE = "@leave";

  /// The key that tells the line at which the script has said the word that it must not.
  static final String LINE = "@line";

  private final Catalogue catalogue;
  private final Language language;
  private final Bounds bounds;
  private final Supplier<Watch> watch;
  private @Nullable Value prelude;

  Bridge(Catalogue catalogue, Language language, Bounds bounds, Supplier<Watch> watch) {
    this.catalogue = catalogue;
    this.language = language;
    this.bounds = bounds;
    this.watch = watch;
  }

  /// Takes the functions that the prelude hands back once it has run.
  void connect(Value functions) {
    prelude = functions;
  }

  /// Publishes the roots; from here on the script may run.
  void start() {
    guest("start");
  }

  /// Sees that a module has come to its end, and does not wait for what never comes.
  ///
  /// @throws PolyglotException when it waits
  void ended(Value module) {
    if (!guest("ended", module).execute().asBoolean()) {
      guest("unended");
    }
  }

  /// File, line and column, from 1 and 0 when unknown, at which this Python error was raised: in
  /// the innermost file that has this name, or a path that begins so.
  List<Value> place(Value error, String name, String folder) {
    return PlainData.elements(guest("place", error, name, folder));
  }

  /// An error that is raised in the script's own language now, for the place where it is.
  PolyglotException raised() {
    try {
      guest("fail");
    } catch (PolyglotException e) {
      return e;
    }
    throw new IllegalStateException("the prelude of " + language + " did not fail when told to");
  }

  /// What has the prelude of Python tell the line that the script is at, by [#LINE]: Java, asking
  /// for it, would not see the script's own frames.
  Object lineAsked() {
    return guest("line_asked");
  }

  /// Our value as the script will hold it.
  @Nullable Object toGuest(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String s -> s;
      case Boolean b -> b;
      case Number n -> n;
      case Duration d -> d.toMillis() / 1000.0;
      case Instant i -> guest("moment", ChronoUnit.MICROS.between(Instant.EPOCH, i));
      case Value passed -> passed; // from one word of the script's own to the next
      case Failure f ->
          guest(
              "failure",
              f.type(),
              f.message(),
              f.code(),
              f.hint(),
              f.resource(),
              new Handle(f, this));
      case List<?> list -> guest("list", array(list));
      case Map<?, ?> map ->
          guest("record", array(List.copyOf(map.keySet())), array(new ArrayList<>(map.values())));
      default -> toGuest(kind(value), value);
    };
  }

  private Object toGuest(Catalogue.Entry kind, Object value) {
    if (!kind.row()) {
      return guest("make", kind.name(), new Handle(value, this));
    }
    List<String> names = kind.facts().stream().map(f -> language.spell(f.name())).toList();
    return guest("record", array(names), array(Rows.values(kind, value)));
  }

  private Catalogue.Entry kind(Object value) {
    return catalogue
        .kindOf(value)
        .orElseThrow(() -> new IllegalStateException("no kind for " + value.getClass()));
  }

  private ProxyArray array(List<?> list) {
    return ProxyArray.fromList(new ArrayList<>(list.stream().map(this::toGuestAny).toList()));
  }

  private Object toGuestAny(@Nullable Object value) {
    Object guest = toGuest(value);
    return guest == null ? guest("nothing") : guest;
  }

  /// The object of ours behind a handle that a script passed in.
  Object open(Value value) {
    if (value.isHostObject()
        && value.asHostObject() instanceof Handle(Object target, Bridge of)
        && of == this) {
      return target;
    }
    throw new MisuseException("a word is said on an object that Ebb has given to this script");
  }

  /// The object of ours that a guest value stands for, or null when it is none of ours.
  @Nullable Object ours(Value value) {
    if (prelude == null) {
      return null;
    }
    Value handle = guest("handle", value);
    return handle.isHostObject()
            && handle.asHostObject() instanceof Handle(Object target, Bridge of)
            && of == this
        ? target
        : null;
  }

  /// The options in the order they are declared, null for each that was not given.
  List<@Nullable Object> options(Value given, List<Input> declared, String usage) {
    Map<String, Value> named = new LinkedHashMap<>();
    if (!given.isNull()) {
      if (ours(given) != null || !(given.hasMembers() || given.hasHashEntries())) {
        throw new MisuseException(usage + ": options are given by name, not as " + brief(given));
      }
      members(given).forEach((name, value) -> named.put(Names.camel(name), value));
    }
    List<@Nullable Object> out = new ArrayList<>();
    for (Input input : declared) {
      Value value = named.remove(input.name());
      out.add(value == null || value.isNull() ? null : toJava(value, input, usage));
    }
    if (!named.isEmpty()) {
      String unknown = named.keySet().iterator().next();
      List<String> names = declared.stream().map(Input::name).toList();
      throw new MisuseException(
          usage
              + ": there is no option "
              + language.spell(unknown)
              + "; "
              + suggestion(unknown, names));
    }
    return out;
  }

  /// What to write instead of a name that is not known, as the language spells it.
  String suggestion(String unknown, List<String> known) {
    return Suggestion.of(
        language.spell(Names.camel(unknown)), known.stream().map(language::spell).toList());
  }

  /// A guest value as the parameter's type.
  @Nullable Object toJava(Value value, Input input, String usage) {
    Class<?> type = input.type();
    if (type == Object.class) {
      return new PlainData(this).of(value);
    } else if (type == Text.class) {
      return new Text(text(value));
    } else if (type == Targets.class) {
      return targets(value, input, usage);
    } else if (type == Predicate.class) {
      return predicate(value, input, usage);
    } else if (type == Supplier.class) {
      return work(value, input, usage);
    } else if (type == List.class) {
      return texts(value, input, usage);
    } else if (type == Duration.class) {
      return duration(value, input, usage);
    } else if (type == String.class && value.isString()) {
      return chosen(text(value), input, usage);
    } else if ((type == int.class || type == Integer.class) && value.fitsInInt()) {
      return value.asInt();
    } else if (type == String.class && input.option() && value.isNumber()) {
      return value.toString();
    }
    throw misfit(value, input, usage, type == String.class ? "text" : "a whole number");
  }

  private String chosen(String text, Input input, String usage) {
    if (input.shape() instanceof Shape.Choice(List<String> texts) && !texts.contains(text)) {
      throw new MisuseException(
          "%s: %s cannot be \"%s\"; %s"
              .formatted(usage, language.spell(input.name()), text, Suggestion.of(text, texts)));
    }
    return text;
  }

  private Targets targets(Value value, Input input, String usage) {
    if (value.isString()) {
      return new Targets.Expression(text(value));
    }
    Object ours = ours(value);
    if (ours instanceof NodesWords nodes) {
      return new Targets.Chosen(nodes);
    } else if (ours instanceof NodeWords node) {
      return new Targets.Chosen(node.alone());
    }
    Value several = ours == null && value.hasMembers() ? shaped(value) : value;
    if (ours == null && several.hasArrayElements()) {
      return new Targets.Several(
          elements(several).stream().map(each -> targets(each, input, usage)).toList());
    }
    throw misfit(
        value, input, usage, "nodes: a set, a node, a list of them, or text like node[1-4]");
  }

  private Predicate<NodeWords> predicate(Value value, Input input, String usage) {
    if (!value.canExecute()) {
      throw misfit(value, input, usage, "a function of a node");
    }
    return node -> guest("truth", called(value, toGuest(node))).asBoolean();
  }

  /// Gives what the function gives, as it is; once it has, or has failed, nothing holds either.
  private Supplier<Value> work(Value value, Input input, String usage) {
    if (!value.canExecute()) {
      throw misfit(value, input, usage, "a function without parameters");
    }
    return () -> guest("finished", called(value));
  }

  /// Remembers, for whoever reads the error in the end, in which step it was raised.
  void failedIn(Value error, String step) {
    guest("failed", error, step);
  }

  /// The step that an error was raised in; empty when it was in none.
  String failedStep(Value error) {
    return guest("failedStep", error).asString();
  }

  private List<String> texts(Value value, Input input, String usage) {
    Value list = value.isString() || !value.hasMembers() ? value : shaped(value);
    List<Value> elements = list.hasArrayElements() ? elements(list) : List.of();
    if (elements.isEmpty() || !elements.stream().allMatch(Value::isString)) {
      throw misfit(value, input, usage, "a list of texts");
    }
    return elements.stream().map(this::text).toList();
  }

  private Duration duration(Value value, Input input, String usage) {
    if (value.isString()) {
      return Durations.parse(text(value));
    } else if (value.canInvokeMember("total_seconds")) { // Python's timedelta
      return duration(value.invokeMember("total_seconds"), input, usage);
    } else if (value.isNumber() && value.fitsInDouble()) {
      return Durations.ofSeconds(value.asDouble());
    }
    throw misfit(value, input, usage, "a duration such as \"30m\", or a number of seconds");
  }

  /// What is no plain data itself as text, a list or a map of the language.
  Value shaped(Value value) {
    return guest("plain", value, bounds.values());
  }

  /// Text of the script's, or what it says of another value.
  ///
  /// @throws PolyglotException when it is longer than bounds allow
  String text(Value value) {
    return guest("text", value, bounds.text()).asString();
  }

  /// Calls a function of the script's own.
  private Value called(Value function, @Nullable Object... arguments) {
    return watch.get().own(() -> function.execute(arguments));
  }

  /// The elements of a list.
  ///
  /// @throws MisuseException when there are more than bounds allow
  List<Value> elements(Value list) {
    if (list.getArraySize() > bounds.values()) {
      throw new MisuseException("more than " + bounds.values() + " values");
    }
    return PlainData.elements(list);
  }

  /// The members or entries of a value by name.
  ///
  /// @throws MisuseException when there are more than bounds allow
  Map<String, Value> members(Value value) {
    long count = value.hasHashEntries() ? value.getHashSize() : value.getMemberKeys().size();
    if (count > bounds.values()) {
      throw new MisuseException("more than " + bounds.values() + " values");
    }
    return PlainData.members(value);
  }

  /// What an error says, in the language's own words.
  String described(Value error) {
    return guest("described", error).asString();
  }

  /// What this function of the prelude gives.
  Value guest(String function, @Nullable Object... arguments) {
    if (prelude == null) {
      throw new IllegalStateException("the prelude of " + language + " has not run");
    }
    return prelude.getMember(function).execute(arguments);
  }

  private MisuseException misfit(Value value, Input input, String usage, String wanted) {
    return new MisuseException(
        usage
            + ": "
            + language.spell(input.name())
            + " must be "
            + wanted
            + ", not "
            + brief(value));
  }

  private static String brief(Value value) {
    String text = value.isString() ? '"' + value.asString() + '"' : value.toString();
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }
}
