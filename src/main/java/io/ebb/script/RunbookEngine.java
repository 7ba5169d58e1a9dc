package io.ebb.script;

import io.ebb.script.runbook.Runbook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;

/// Carries out the blocks of runbooks on the caller's thread. Each language is made ready when it
/// is needed first.
///
/// One runbook at a time; [#interrupt] may be called by any thread.
public final class RunbookEngine implements AutoCloseable {
  private final Bounds bounds;
  private final Map<Language, Engine> engines = new EnumMap<>(Language.class);
  private volatile @Nullable Utterance running;

  /// An engine with the bounds that suit people's runbooks.
  public RunbookEngine() {
    this(Bounds.defaults());
  }

  /// An engine.
  ///
  /// @param bounds how much each block may use
  public RunbookEngine(Bounds bounds) {
    this.bounds = bounds;
  }

  /// What the languages find wrong with the blocks and their conditions, `file:line: …` each; empty
  /// when nothing is. Carries out nothing.
  public List<String> violations(Runbook runbook) {
    List<String> violations = new ArrayList<>();
    for (Language language : Language.values()) {
      if (!Piece.all(runbook, language).isEmpty()) {
        violations.addAll(SyntaxCheck.of(engine(language), language, runbook));
      }
    }
    return violations;
  }

  Bounds bounds() {
    return bounds;
  }

  synchronized Engine engine(Language language) {
    return engines.computeIfAbsent(language, Sandbox::engine);
  }

  /// What is carried out from here on; null for nothing.
  void carriesOut(@Nullable Utterance block) {
    running = block;
  }

  /// Stops the code of the block that is carried out, also in an endless loop. A word that is being
  /// carried out is not cut off; it hears of the stop from the session's cancellation.
  public void interrupt() {
    Utterance block = running;
    if (block != null) {
      block.stop();
    }
  }

  @Override
  public synchronized void close() {
    engines.values().forEach(engine -> engine.close(true));
    engines.clear();
  }
}
