package io.ebb.script;

import io.ebb.run.Cancellation;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Input;
import io.ebb.script.catalogue.Saying;
import io.ebb.script.manual.Spelling;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// The one place where a script enters Java.
///
/// Called by the prelude as `door(key, handle, positional, options)`. In this order: is the run
/// cancelled, is there such a word, do the arguments fit; then it acts, converts the result, and
/// turns what went wrong into a value that the prelude throws as the language's own error.
///
/// What is no answer to a script ends it: that it was cancelled, that its record cannot be written,
/// any fault of ours. From then on the door carries out no further word.
final class Door implements ProxyExecutable {
  private final Catalogue catalogue;
  private final Language language;
  private final Bridge bridge;
  private final ErrorReader errors;
  private final Cancellation cancellation;
  private final Ending ending;
  private final Watch watch;
  private final boolean looks;
  private @Nullable DifferentCallException different;
  private boolean shut;

  /// @param looks whether no word is carried out that changes something
  Door(
      Catalogue catalogue,
      Language language,
      Bridge bridge,
      ErrorReader errors,
      Cancellation cancellation,
      Ending ending,
      Watch watch,
      boolean looks) {
    this.errors = errors;
    this.catalogue = catalogue;
    this.language = language;
    this.bridge = bridge;
    this.cancellation = cancellation;
    this.ending = ending;
    this.watch = watch;
    this.looks = looks;
  }

  @Override
  public @Nullable Object execute(Value... call) {
    try {
      goOn();
      if (call.length != 4 || !call[0].isString()) {
        throw new MisuseException("the door is for the words alone");
      }
      Object answer = answer(call[0].asString(), bridge.open(call[1]), call[2], call[3]);
      goOn();
      return bridge.toGuest(answer);
    } catch (PolyglotException e) {
      throw e; // a callback of the script's own failed; it goes on as it was thrown
    } catch (HaltedException e) {
      throw e; // the script goes on saying words
    } catch (DifferentCallException e) {
      if (language == Language.JAVASCRIPT) {
        throw ending.halt(errors.here(e));
      }
      different = e;
      return bridge.lineAsked();
    } catch (RuntimeException e) {
      if (Failure.tells(e)) {
        return bridge.toGuest(Failure.of(e));
      }
      throw ending.halt(e);
    } catch (VirtualMachineError e) {
      throw e; // the script's doing: endless recursion, for example
    } catch (Error e) {
      throw ending.halt(e);
    }
  }

  /// The script is over: what the language still runs, such as `__del__`, says no word.
  void shut() {
    shut = true;
  }

  private void goOn() {
    if (shut) {
      throw new HaltedException(new IllegalStateException("the script is over"));
    }
    Throwable ended = ending.why();
    if (ended != null) {
      throw ending.halt(ended);
    } else if (cancellation.cancelled()) {
      throw new CancelledException();
    }
  }

  private @Nullable Object answer(String key, Object target, Value positional, Value options) {
    if (key.equals(Bridge.TEXT)) {
      return target.toString();
    } else if (key.equals(Bridge.LINE) && different != null) {
      List<Value> place = PlainData.elements(positional);
      throw ending.halt(errors.at(place.get(0).asString(), place.get(1).asInt(), different));
    } else if (key.equals(Bridge.KEY)) {
      return target instanceof Shown words ? words.key() : target.toString();
    } else if (key.equals(Bridge.ENTER) && target instanceof Roots roots) {
      return roots.enter(PlainData.elements(positional).getFirst());
    } else if (key.equals(Bridge.LEAVE) && target instanceof Roots roots) {
      return roots.leave(PlainData.elements(positional).getFirst().asBoolean());
    }
    Saying saying = catalogue.find(key);
    if (saying == null) {
      throw unknown(key.substring(key.indexOf('.') + 1), target);
    } else if (looks && saying.effect() != Effect.READ) {
      throw new MisuseException(usage(saying) + " changes something, and a condition only looks");
    }
    @Nullable Object[] arguments = arguments(saying, positional, options);
    return watch.word(() -> invoke(saying, target, arguments));
  }

  private MisuseException unknown(String word, Object target) {
    Catalogue.Entry kind = catalogue.kindOf(target).orElseThrow();
    List<String> known = kind.sayings().stream().map(Saying::name).toList();
    return new MisuseException(
        "there is no " + kind.name() + "." + word + "; " + bridge.suggestion(word, known));
  }

  private @Nullable Object[] arguments(Saying saying, Value positional, Value options) {
    List<Value> given = bridge.elements(positional);
    Value named = options;
    List<Input> expected = saying.positional();
    if (given.size() == expected.size() + 1 && !saying.options().isEmpty()) {
      named = given.removeLast();
    }
    if (given.size() != expected.size()) {
      throw new MisuseException(
          usage(saying) + " takes " + count(expected) + ", not " + given.size());
    }
    List<@Nullable Object> converted = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      converted.add(bridge.toJava(given.get(i), expected.get(i), usage(saying)));
    }
    converted.addAll(bridge.options(named, saying.options(), usage(saying)));
    return converted.toArray();
  }

  private static String count(List<Input> inputs) {
    return switch (inputs.size()) {
      case 0 -> "no argument";
      case 1 -> "1 argument";
      default -> inputs.size() + " arguments";
    };
  }

  /// The word as one writes it: `cluster.retire(nodes, {drain, batch})`.
  private String usage(Saying saying) {
    return new Spelling(language).usage(saying);
  }

  private static @Nullable Object invoke(
      Saying saying, Object target, @Nullable Object[] arguments) {
    if (!saying.method().getDeclaringClass().isInstance(target)) {
      throw new MisuseException(saying.key() + " was called on something else: " + target);
    }
    try {
      return saying.method().invoke(target, arguments);
    } catch (InvocationTargetException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default ->
            throw new IllegalStateException(saying.key() + " threw a checked exception", e);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(
          saying.key() + Arrays.toString(arguments) + " cannot be reached", e);
    }
  }
}
