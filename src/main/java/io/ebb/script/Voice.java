package io.ebb.script;

import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.script.head.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// One language of a dialogue: its thread, its context, and what was said in it.
///
/// What belongs to the thread is used by nothing else; the methods that others call may be called
/// by any.
final class Voice implements AutoCloseable {
  private static final Duration PARSING = Duration.ofMillis(150);

  private static final String FULL =
      "too much has been said to be kept for a resume: a run of a direct order begins with its own"
          + " statement from now on, without the earlier ones; :reset begins afresh";

  private static final Said NOTHING = new Said(null, true);

  private final Language language;
  private final Terms terms;
  private final Supplier<Engine> engine;
  private final ExecutorService thread;
  private final Minutes minutes = new Minutes();
  private final Script nothing;
  private final Instant begun;

  /// What was loaded last, and what it was given.
  private Head loaded = Head.NONE;

  private Map<String, Object> given = Map.of();

  /// Hides the secrets of all that was loaded: variables may hold each of them still.
  private Mask mask = new Mask(List.of());

  private volatile @Nullable Tongue tongue;
  private volatile Map<String, Held> variables = Map.of();
  private volatile @Nullable Utterance last;
  private volatile boolean warmed;

  /// @param engine of the language, made when it is asked for first
  Voice(Language language, Terms terms, Supplier<Engine> engine) {
    this.language = language;
    this.terms = terms;
    this.engine = engine;
    this.nothing = script(new Statement(language, "", "session" + language.extension()));
    this.begun = terms.surroundings().clock().instant();
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ebb-" + language.id()).factory());
  }

  Script script(Statement statement) {
    return new Script(statement.name(), language, statement.text(), Head.NONE, terms.folder());
  }

  /// Has it made ready behind.
  void warm() {
    if (!warmed) {
      warmed = true;
      thread.execute(() -> {
        Tongue _ = opened();
      });
    }
  }

  boolean ready() {
    return tongue != null && !isBusy();
  }

  private boolean isBusy() {
    Utterance utterance = last;
    return utterance != null && !utterance.isOver();
  }

  Map<String, Held> variables() {
    return variables;
  }

  /// Has the script said, by its thread.
  ///
  /// @param stubborn told when it could not be stopped but by ending the context
  /// @throws StillStoppingException when an earlier one has not come to its end
  synchronized Utterance say(
      Script script, @Nullable Map<String, Object> parameters, Runnable stubborn) {
    Utterance before = last;
    if (before != null && !before.isOver()) {
      throw new StillStoppingException(before.awaited());
    }
    warmed = true;
    Utterance utterance = new Utterance(language, terms.whole().ofRun(), stubborn);
    last = utterance;
    thread.execute(() -> carryOut(utterance, script, parameters, stubborn));
    return utterance;
  }

  private void carryOut(
      Utterance utterance, Script script, @Nullable Map<String, Object> parameters, Runnable lost) {
    try {
      Tongue in = opened();
      utterance.begin(in.interpreter());
      Said said = said(in, utterance, script, parameters);
      utterance.end();
      utterance.gave(said);
    } catch (ScriptException e) {
      utterance.end();
      utterance.failed(isSpent() ? spent(e, lost) : e);
    } catch (RuntimeException | Error e) {
      utterance.end();
      utterance.failed(e);
    } finally {
      terms.whole().ended(utterance.cancellation());
    }
  }

  private boolean isSpent() {
    Tongue in = tongue;
    return in != null && in.interpreter().spent();
  }

  private ScriptException spent(ScriptException e, Runnable lost) {
    lost.run();
    close();
    return e.hinting("the variables of %s are gone".formatted(language.label()));
  }

  private Said said(
      Tongue in, Utterance utterance, Script script, @Nullable Map<String, Object> parameters) {
    Typed typed = Typed.of(language, script.text());
    List<Entry> made = new ArrayList<>();
    Cancellation own = utterance.cancellation();
    if (parameters != null) {
      given = parameters;
      loaded = script.head();
      mask = mask.and(Mask.of(loaded.parameters(), given));
    }
    Entry.Scripted entry = entry(typed);
    try (Transcript transcript = terms.surroundings().transcript(entry, mask, own)) {
      transcript.follow(minutes.calls(), made::add);
      Said said =
          RunEnd.of(
              transcript,
              own,
              () ->
                  taken(
                      in,
                      statement(transcript, utterance),
                      script,
                      utterance::stop,
                      () -> echo(in, script, typed, parameters != null)));
      if (minutes.add(typed.code(), made)) {
        terms.host().log(FULL);
      }
      return said;
    } finally {
      look(in);
    }
  }

  /// How the run begins that the statement makes if it orders something.
  private Entry.Scripted entry(Typed typed) {
    Script all =
        new Script(
            nothing.file(), language, minutes.textWith(typed.code()), loaded, terms.folder());
    return StoredScript.entry(
        begun, all, given, terms.options(), terms.surroundings().journal().self().user());
  }

  private ScriptSession statement(Transcript transcript, Utterance utterance) {
    Outside outside =
        terms
            .surroundings()
            .outside(terms.host(), transcript, utterance.cancellation(), utterance.calls());
    return new ScriptSession(
        outside,
        given,
        terms.options(),
        terms.host(),
        terms.shared(),
        new LinkedHashSet<>(),
        utterance.cancellation());
  }

  private Said taken(
      Tongue in, ScriptSession statement, Script script, Runnable stop, Supplier<Said> work) {
    return Objects.requireNonNullElse(in.take(script, statement, stop, work), NOTHING);
  }

  private Said echo(Tongue in, Script script, Typed typed, boolean loads) {
    String place = in.shelf().begin(Objects.requireNonNull(script.folder()));
    Value _ = in.bridge().guest("beside", Shelf.path(place).toString());
    if (loads) {
      Value _ = in.bridge().guest("params");
    }
    Value value = in.interpreter().execute(parsed(in, script, typed, place));
    Said said = new Echo(in.bridge(), script.file()).of(value);
    if (said.silent() || typed.assigns()) {
      return NOTHING;
    }
    Value _ = in.bridge().guest("keep", value);
    return said;
  }

  private Value parsed(Tongue in, Script script, Typed typed, String place) {
    String name = place.isEmpty() ? script.name() : place + "/" + script.name();
    if (language == Language.JAVASCRIPT && Typed.mayBeObject(script.text())) {
      try {
        return in.code(name, script, Typed.object(script.text()));
      } catch (PolyglotException e) {
        if (!e.isSyntaxError()) {
          throw e;
        }
      }
    }
    return in.code(name, script, typed);
  }

  private void look(Tongue in) {
    try {
      variables = new Holdings(in.bridge()).look();
    } catch (PolyglotException e) {
      if (!e.isInterrupted() && !e.isCancelled()) {
        throw e;
      }
    }
  }

  private Tongue opened() {
    Tongue known = tongue;
    if (known != null) {
      return known;
    }
    Tongue made = new Tongue(engine.get(), terms.bounds(), nothing, terms.host());
    Utterance unheard = new Utterance(language, new Cancellation(), () -> {});
    try (Transcript transcript =
        terms
            .surroundings()
            .transcript(entry(Typed.of(language, "")), mask, unheard.cancellation())) {
      Said _ =
          taken(
              made,
              statement(transcript, unheard),
              nothing,
              () -> {},
              () -> {
                made.open();
                Value zero =
                    made.interpreter().execute(parsed(made, nothing, Typed.of(language, "0"), ""));
                return new Echo(made.bridge(), nothing.file()).of(zero);
              });
      look(made);
    }
    tongue = made;
    return made;
  }

  /// Whether the text goes on in a further line. The language is asked when it has nothing else to
  /// do.
  boolean incomplete(String text) {
    Tongue in = tongue;
    if (in != null && !isBusy()) {
      Future<Boolean> answer =
          thread.submit(() -> Completeness.lacksMore(in.context(), language, text));
      try {
        return answer.get(PARSING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        boolean _ = answer.cancel(false);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the language cannot read: " + text, e);
      }
    }
    return Completeness.seemsToLackMore(language, text);
  }

  /// Asks what is said to stop.
  void interrupt() {
    Utterance utterance = last;
    if (utterance != null) {
      utterance.interrupt();
    }
  }

  /// Closes it behind what is said still.
  @Override
  public void close() {
    interrupt();
    thread.execute(() -> {
      Tongue in = tongue;
      if (in != null) {
        in.close();
      }
    });
    thread.shutdown();
  }
}
