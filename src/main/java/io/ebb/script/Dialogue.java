package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;

/// A session in which statements are said one after another, in both languages. What a statement
/// defines is there for the next ones in its language; values cross by `share` only.
///
/// Each language works on a thread of its own. One statement at a time is said; all other methods
/// may be called by any thread at any time, and return at once.
public final class Dialogue implements AutoCloseable {
  private final Terms terms;
  private final Map<Language, Engine> engines = new EnumMap<>(Language.class);
  private final Map<Language, Voice> voices = new EnumMap<>(Language.class);
  private final List<Kept> said = new ArrayList<>();
  private final Set<Language> lost = EnumSet.noneOf(Language.class);
  private volatile @Nullable Utterance current;

  /// What was said, by which voice.
  private record Kept(Voice by, Spoken spoken) {}

  Dialogue(Surroundings surroundings, RetireOptions options, Host host, Cancellation whole) {
    this.terms =
        new Terms(
            surroundings,
            options,
            host,
            whole,
            Bounds.defaults(),
            Collections.synchronizedMap(new LinkedHashMap<>()),
            here());
  }

  private static Path here() {
    try {
      return Path.of("").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("the current folder is gone", e);
    }
  }

  /// Has the language made ready behind, unless it is or becomes so already: the first statement in
  /// it need not wait for that then.
  public void warm(Language language) {
    voice(language).warm();
  }

  /// Whether a statement in this language could be said without waiting for the language.
  public boolean ready(Language language) {
    return voice(language).ready();
  }

  /// Says the statement and waits until it is done; its value is `_` from then on. One that fails
  /// leaves everything usable, also the names that it was about to define.
  ///
  /// @throws ScriptException when nothing in it caught an error
  /// @throws CancelledException when it was interrupted
  /// @throws StillStoppingException when it, or an earlier one in its language, was interrupted and
  ///   has not come to its end
  public Said say(Statement statement) {
    Voice voice = voice(statement.language());
    return said(voice, voice.script(statement), null);
  }

  /// Says a whole script as one statement, so that what it defines is there for the next ones, and
  /// it may read the files beside it. From then on `params` in its language is what is given here.
  ///
  /// @param parameters checked values, see [io.ebb.script.head.Parameters#bind]
  /// @throws ScriptException as [#say] does, and the others
  public Said load(Script script, Map<String, Object> parameters) {
    Script placed = script.folder() == null ? script.in(terms.folder()) : script;
    return said(voice(script.language()), placed, parameters);
  }

  private Said said(Voice voice, Script script, @Nullable Map<String, Object> parameters) {
    tellLoss(script.language());
    Utterance utterance = voice.say(script, parameters, () -> lose(script.language(), voice));
    current = utterance;
    try {
      Said given = utterance.await();
      Statement statement = new Statement(script.language(), script.text(), script.file());
      keep(
          voice, new Spoken(statement, given.silent(), parameters == null ? Map.of() : parameters));
      return given;
    } finally {
      current = null;
    }
  }

  private synchronized void keep(Voice voice, Spoken spoken) {
    said.add(new Kept(voice, spoken));
  }

  /// Stops the statement that is said. Whoever waits for it is back within a second, whatever it
  /// does; nothing when none is said.
  public void interrupt() {
    Utterance utterance = current;
    if (utterance != null) {
      utterance.interrupt();
    }
  }

  /// Whether the text is only the beginning of a statement, and goes on in a further line.
  public boolean incomplete(Language language, String text) {
    return voice(language).incomplete(text);
  }

  /// As [#incomplete], where there is no session to ask yet: so it seems from the text alone.
  public static boolean seemsIncomplete(Language language, String text) {
    return Completeness.seemsToLackMore(language, text);
  }

  /// The variables of a language by name, as they were after its last statement.
  public Map<String, Held> variables(Language language) {
    return voice(language).variables();
  }

  /// The statements that succeeded since the language was ready or reset, in their order over both
  /// languages.
  public synchronized List<Spoken> said() {
    return said.stream().map(Kept::spoken).toList();
  }

  /// Forgets what was said in this language and begins afresh. What is shared stays.
  public void reset(Language language) {
    Voice old = voice(language);
    replace(language, old);
    old.close();
    warm(language);
  }

  private synchronized Voice voice(Language language) {
    return voices.computeIfAbsent(language, this::begun);
  }

  private Voice begun(Language language) {
    return new Voice(language, terms, () -> engine(language));
  }

  private Engine engine(Language language) {
    synchronized (engines) {
      return engines.computeIfAbsent(language, Sandbox::engine);
    }
  }

  private synchronized void replace(Language language, Voice old) {
    said.removeIf(kept -> kept.by() == old);
    voices.put(language, begun(language));
  }

  /// The context of a language had to be ended.
  private synchronized void lose(Language language, Voice old) {
    replace(language, old);
    lost.add(language);
  }

  private synchronized void tellLoss(Language language) {
    if (lost.remove(language)) {
      terms.host().log("%s has begun afresh: its variables are gone".formatted(language.label()));
    }
  }

  @Override
  public synchronized void close() {
    voices.values().forEach(Voice::close);
  }
}
