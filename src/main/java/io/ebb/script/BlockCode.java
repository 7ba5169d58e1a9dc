package io.ebb.script;

import io.ebb.run.Cancellation;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Runbook;
import io.ebb.text.Durations;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Carries out the code of the blocks of one runbook, in one context for each language. Belongs to
/// the runbook's thread.
final class BlockCode implements AutoCloseable {
  private final RunbookEngine engine;
  private final Surroundings surroundings;
  private final RunbookWork work;
  private final Transcript transcript;
  private final Host host;
  private final Map<Language, Tongue> tongues = new EnumMap<>(Language.class);
  private final Map<String, @Nullable Object> shared = new LinkedHashMap<>();
  private final Set<PlanWords> unused = new LinkedHashSet<>();
  private boolean pretended;
  private volatile boolean lost;

  BlockCode(
      RunbookEngine engine, Surroundings surroundings, RunbookWork work, Transcript transcript) {
    this.engine = engine;
    this.surroundings = surroundings;
    this.work = work;
    this.transcript = transcript;
    this.host = new QuietHost(work.host(), transcript);
  }

  /// Carries out the block's code.
  ///
  /// @throws ScriptException when it fails
  /// @throws FailedBeforeException when it comes to where it has failed the first time
  /// @throws CancelledException when the runbook is to stop
  void carryOut(Block block) {
    boolean _ = said(block, Piece.code(work.runbook(), block));
  }

  /// Whether the block's condition holds, if it has one.
  ///
  /// @throws ScriptException as [#carryOut] does, and the others
  boolean holds(Block block) {
    return block.when() == null || said(block, Piece.condition(work.runbook(), block));
  }

  /// Whether a language cannot be gone on with: its context had to be ended, or is full.
  boolean lost() {
    return lost || tongues.values().stream().anyMatch(tongue -> tongue.interpreter().spent());
  }

  /// Carries out the piece; what a condition gives, and true for all else.
  private boolean said(Block block, Piece piece) {
    Cancellation own = work.whole().ofRun();
    Utterance utterance = new Utterance(piece.script().language(), own, () -> lost = true);
    String late = late(block);
    Runnable stop =
        () -> {
          own.interrupt(late);
          utterance.stop();
        };
    Timeout timeout = Timeout.of(surroundings.clock(), block.timeout(), stop);
    transcript.under(own);
    try (timeout) {
      return taken(piece, utterance);
    } catch (CancelledException e) {
      if (timeout.passed() && !work.whole().cancelled()) {
        throw work.error(block, late, "resume it to go on, for as long again", null);
      }
      throw e;
    } finally {
      engine.carriesOut(null);
      utterance.end();
      transcript.under(work.whole());
      work.whole().ended(own);
    }
  }

  private static String late(Block block) {
    return block.timeout() == null
        ? ""
        : "block \"%s\" has taken longer than %s"
            .formatted(block.name(), Durations.format(block.timeout()));
  }

  private boolean taken(Piece piece, Utterance utterance) {
    Tongue in = tongue(piece.script().language());
    utterance.begin(in.interpreter());
    engine.carriesOut(utterance);
    Cancellation own = utterance.cancellation();
    if (own.cancelled()) { // before the engine knew what to stop
      throw new CancelledException();
    }
    Outside outside = surroundings.outside(host, transcript, own, utterance.calls());
    if (pretended) {
      outside.deeds().pretend();
    }
    @Nullable Boolean given =
        own.around(() ->
            in.take(
                piece.script(),
                session(outside, own),
                piece.looks(),
                utterance::stop,
                () -> executed(in, piece)));
    pretended = outside.deeds().pretended();
    return given != null && given;
  }

  private static boolean executed(Tongue in, Piece piece) {
    in.open();
    if (piece.script().folder() != null) {
      Value _ = in.bridge().guest("beside", Shelf.ROOT.toString());
    }
    Value given = in.interpreter().execute(in.code(piece.name(), piece.script(), piece.typed()));
    return !piece.looks() || in.bridge().guest("truth", given).asBoolean();
  }

  private ScriptSession session(Outside outside, Cancellation own) {
    return new ScriptSession(outside, work.parameters(), work.options(), host, shared, unused, own);
  }

  private Tongue tongue(Language language) {
    return tongues.computeIfAbsent(language, this::made);
  }

  private Tongue made(Language language) {
    Runbook runbook = work.runbook();
    Script whole = Piece.script(runbook, language, runbook.text());
    return new Tongue(engine.engine(language), engine.bounds(), whole, host);
  }

  /// Tells of the plans of which nothing has come.
  void tellUnused() {
    ScriptSession.tellUnused(unused, host);
  }

  @Override
  public void close() {
    if (!lost) {
      tongues.values().forEach(Tongue::close);
    }
  }
}
