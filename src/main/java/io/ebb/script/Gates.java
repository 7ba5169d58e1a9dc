package io.ebb.script;

import io.ebb.run.Entry;
import io.ebb.script.runbook.Block;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What is asked about the blocks of a runbook. An answer by which the runbook goes on is recorded,
/// and holds when it is resumed; by any other the runbook stops, and it is asked again then. Nobody
/// is asked in a dry run.
final class Gates {
  private static final String SKIP = "skip";
  private static final String STOP = "stop";
  private static final String ALL = "all";

  private final RunbookHost host;
  private final Transcript transcript;
  private final InstantSource clock;
  private boolean stepping;

  /// @param stepping whether it is asked before each block
  Gates(RunbookHost host, Transcript transcript, InstantSource clock, boolean stepping) {
    this.host = host;
    this.transcript = transcript;
    this.clock = clock;
    this.stepping = stepping;
  }

  /// Asks whether the block is carried out, where each is asked about.
  ///
  /// @return what was answered, when it is not
  /// @throws CancelledException when the runbook is to stop
  /// @throws io.ebb.run.RefusedException when nobody can be asked
  Optional<Reply> skipped(Block block) {
    if (!stepping || host.rehearses()) {
      return Optional.empty();
    }
    List<String> choices = List.of(Reply.YES, SKIP, STOP, ALL);
    Prompt prompt =
        new Prompt(block.name(), "carry out block \"%s\"?".formatted(block.name()), choices, null);
    Reply reply = answered(called(prompt), () -> stepInto(block, prompt), block);
    stepping = !reply.text().equals(ALL);
    return Optional.of(reply).filter(known -> known.text().equals(SKIP));
  }

  private Reply stepInto(Block block, Prompt prompt) {
    host.preview(block);
    return host.ask(prompt);
  }

  /// Asks what the block itself wants to have asked before it begins.
  ///
  /// @throws CancelledException when it is not confirmed
  /// @throws io.ebb.run.RefusedException when nobody can be asked
  void confirm(Block block) {
    String question = block.confirm();
    if (question == null) {
      return;
    } else if (host.rehearses()) {
      host.log("dry run: would ask: " + question);
      return;
    }
    String call = Call.of("", "confirm", question, block.name());
    Reply _ = answered(call, () -> host.confirm(question, block.name()), block);
  }

  /// Asks whether the runbook goes on although the block has failed. Without an answer it does not.
  /// The question has a name of its own: who has allowed the block beforehand has not said this.
  boolean goesOn(Block block) {
    if (host.rehearses()) {
      return true;
    }
    String question = "block \"%s\" failed; go on behind it?".formatted(block.name());
    String name = block.name() + ":failed";
    Prompt prompt = new Prompt(name, question, List.of(Reply.YES, Reply.NO), Reply.NO);
    if (transcript.repeats()) {
      return transcript.answer(called(prompt), Form.REPLY, Gates::unasked).yes();
    }
    waits(block);
    Reply reply = host.ask(prompt);
    return reply.yes() && transcript.answer(called(prompt), Form.REPLY, () -> reply).yes();
  }

  private static String called(Prompt prompt) {
    return Call.of("", "ask", prompt.name(), prompt.question(), prompt.choices());
  }

  private Reply answered(String call, Supplier<Reply> question, Block block) {
    if (transcript.repeats()) {
      return transcript.answer(call, Form.REPLY, Gates::unasked);
    }
    waits(block);
    Reply reply = question.get(); // outside of the record: that nobody can be asked is no answer
    if (reply.text().equals(STOP) || reply.text().equals(Reply.NO)) {
      throw new CancelledException(
          "stopped before block \"%s\", by %s".formatted(block.name(), reply.by()));
    }
    return transcript.answer(call, Form.REPLY, () -> reply);
  }

  private static Reply unasked() {
    throw new IllegalStateException("it was answered before");
  }

  /// Lets others know that somebody is asked about the block.
  void waits(Block block) {
    Instant now = clock.instant();
    String why = "somebody is asked about block \"%s\"".formatted(block.name());
    transcript.waits(new Entry.Waiting(now, why, now, "an answer", null));
  }
}
