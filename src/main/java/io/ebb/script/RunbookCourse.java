package io.ebb.script;

import io.ebb.run.Entry;
import io.ebb.run.Entry.BlockEnd;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Part;
import io.ebb.script.runbook.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries out the blocks of a runbook in order. Belongs to the runbook's thread.
final class RunbookCourse {
  private final RunbookWork work;
  private final RunbookHost host;
  private final Transcript transcript;
  private final Selection selection;
  private final Gates gates;
  private final BlockCode code;
  private final List<Prose> unseen = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private int place;

  /// The place of the last block that was announced.
  private int announced;

  RunbookCourse(
      RunbookWork work, Transcript transcript, Selection selection, Gates gates, BlockCode code) {
    this.work = work;
    this.host = work.host();
    this.transcript = transcript;
    this.selection = selection;
    this.gates = gates;
    this.code = code;
  }

  /// Carries out all of it.
  ///
  /// @return the names of the blocks that have failed
  /// @throws ScriptException when a block fails, and that stops the runbook
  /// @throws CancelledException when it is to stop
  /// @throws io.ebb.run.RefusedException when somebody has to be asked, and nobody can be
  List<String> carryOut() {
    for (Part part : work.runbook().parts()) {
      switch (part) {
        case Prose prose -> unseen.add(prose);
        case Block block -> take(block);
      }
    }
    tellProse();
    return failed;
  }

  private void take(Block block) {
    place++;
    if (work.whole().cancelled()) {
      throw new CancelledException();
    }
    begin();
    try {
      selection.leftOut(block).ifPresentOrElse(why -> leaveOut(block, why), () -> goInto(block));
    } catch (DifferentCallException e) {
      throw work.error(block, String.valueOf(e.getMessage()), e.hint(), e);
    }
  }

  /// The record of a runbook is its filled-in copy: it has one whatever its blocks do.
  private void begin() {
    if (place == 1 && !host.rehearses()) {
      host.begun(transcript.begin());
    }
  }

  private void leaveOut(Block block, String why) {
    unseen.clear();
    skip(block, why, "");
  }

  private void goInto(Block block) {
    tellProse();
    if (!holds(block)) {
      return;
    }
    announce(block);
    Optional<Reply> skipped = gates.skipped(block);
    if (skipped.isPresent()) {
      skip(block, "left out when it was asked about", skipped.get().by());
      return;
    }
    announce(block);
    gates.confirm(block);
    transcript.blockBegan(block.name());
    announce(block);
    if (block.manual()) {
      sign(block);
    } else {
      carryOut(block);
    }
  }

  private void tellProse() {
    if (!transcript.repeats()) {
      unseen.forEach(host::prose);
    }
    unseen.clear();
  }

  private boolean holds(Block block) {
    try {
      if (code.holds(block)) {
        return true;
      }
      skip(block, "its condition does not hold: " + block.when(), "");
    } catch (ScriptException e) {
      fail(block, e, false);
    } catch (FailedBeforeException _) {
      failAgain(block);
    }
    return false;
  }

  /// Whoever is asked about a block has it before them, also where that is asked again.
  private void announce(Block block) {
    if (announced < place && !transcript.repeats()) {
      announced = place;
      host.begins(block, place, work.runbook().blocks().size());
    }
  }

  // --- by hand

  private void sign(Block block) {
    Optional<Entry.BlockEnded> known = transcript.endedBefore();
    if (known.isPresent()) {
      Entry.BlockEnded _ = ended(block, known.get().end(), "", "", false);
    } else if (host.rehearses()) {
      skip(block, "dry run: a person would be asked to do it", "");
    } else {
      gates.waits(block);
      signed(block, host.sign(block));
    }
  }

  private void signed(Block block, Signature signature) {
    switch (signature.deed()) {
      case DONE -> {
        Entry.BlockEnded _ = ended(block, BlockEnd.DONE, signature.note(), signature.by(), true);
      }
      case SKIP -> skip(block, signature.note(), signature.by());
      case ABORT ->
          throw new CancelledException(
              "block \"%s\" was not done, by %s%s"
                  .formatted(
                      block.name(),
                      signature.by(),
                      signature.note().isEmpty() ? "" : ": " + signature.note()));
    }
  }

  // --- by code

  private void carryOut(Block block) {
    try {
      code.carryOut(block);
    } catch (ScriptException e) {
      fail(block, e, transcript.changed());
      return;
    } catch (FailedBeforeException _) {
      failAgain(block);
      return;
    }
    Entry.BlockEnded end = ended(block, BlockEnd.DONE, "", "", transcript.changed());
    if (end.end() == BlockEnd.FAILED) {
      goOnAfter(block, work.error(block, end.note(), "", null));
    }
  }

  /// What the record says holds: it was ended by something that does not come again, for example a
  /// time limit.
  private void failAgain(Block block) {
    String note = ended(block, BlockEnd.FAILED, "", "", false).note();
    goOnAfter(block, work.error(block, note, "", null));
  }

  private void fail(Block block, ScriptException e, boolean changed) {
    if (e.getCause() instanceof DifferentCallException) {
      throw e;
    } else if (transcript.inDoubt()) {
      throw new CancelledException(
          "%s, and what was ordered last is not answered".formatted(e.getMessage()));
    }
    Entry.BlockEnded _ =
        ended(block, BlockEnd.FAILED, e.place() + ": " + e.getMessage(), "", changed);
    goOnAfter(block, e);
  }

  /// A failure stops the runbook, or does not.
  private void goOnAfter(Block block, ScriptException e) {
    boolean goesOn =
        !code.lost()
            && switch (block.onError()) {
              case STOP -> false;
              case ASK -> gates.goesOn(block);
              case CONTINUE -> true;
            };
    if (!goesOn) {
      throw e;
    }
    failed.add(block.name());
  }

  private void skip(Block block, String note, String by) {
    Entry.BlockEnded _ = ended(block, BlockEnd.SKIPPED, note, by, false);
  }

  private Entry.BlockEnded ended(
      Block block, BlockEnd end, String note, String by, boolean changed) {
    boolean known = transcript.repeats();
    Entry.BlockEnded ended = transcript.blockEnded(block.name(), end, note, by, changed);
    if (!known) {
      host.ended(block, ended.end(), ended.note());
    }
    return ended;
  }
}
