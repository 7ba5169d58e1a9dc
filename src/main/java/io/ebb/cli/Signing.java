package io.ebb.cli;

import io.ebb.run.RefusedException;
import io.ebb.script.Signature;
import io.ebb.script.Signature.Deed;
import io.ebb.script.runbook.Block;
import io.ebb.text.Line;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Has people say what they have done by hand. `--yes` does not speak for them.
///
/// @param confirmation who is asked
/// @param given the answers of `--answer`
/// @param common where it is told what was not typed
record Signing(Confirmation confirmation, GivenAnswers given, Common common) {
  private static final String CHOICES = "done, skip or abort";

  /// What became of the block, whose instructions were shown.
  ///
  /// @throws RefusedException when nobody can be asked, or the given answer does not fit
  Signature sign(Block block) {
    Optional<String> answer = given.to(block.name());
    if (answer.isPresent()) {
      return beforehand(block, answer.get());
    } else if (!confirmation.interactive()) {
      throw RefusedException.unanswered(
          "nobody can be asked whether %s is done: this is not a terminal".formatted(block.name()),
          "do it, then give " + option(block));
    }
    return atTerminal(block);
  }

  private Signature beforehand(Block block, String answer) {
    Signature signature =
        read(answer, "--answer")
            .orElseThrow(() ->
                RefusedException.unanswered(
                    "--answer %s=%s does not say whether it is %s"
                        .formatted(block.name(), answer, CHOICES),
                    "give " + option(block)));
    String note = signature.note().isEmpty() ? "" : ", " + signature.note();
    common.tell("%s: %s%s, by --answer".formatted(block.name(), label(signature.deed()), note));
    return signature;
  }

  private static String option(Block block) {
    return "--answer %1$s=done, or --answer \"%1$s=done: NOTE\"; skip and abort likewise"
        .formatted(block.name());
  }

  /// Asks until an answer fits. Nothing is no answer: a key pressed once too often signs nothing.
  private Signature atTerminal(Block block) {
    String by = Interview.person();
    String question = Line.of("%s: %s".formatted(block.name(), CHOICES)) + ": ";
    Optional<String> typed = confirmation.line(question);
    while (typed.isPresent()) {
      Optional<Signature> signature = read(typed.get(), by);
      if (signature.isPresent()) {
        return noted(signature.get());
      }
      typed = confirmation.line(question);
    }
    throw RefusedException.unanswered(
        "whether %s is done was not answered: the input has ended".formatted(block.name()),
        "give " + option(block));
  }

  private Signature noted(Signature signature) {
    if (!signature.note().isEmpty()) {
      return signature;
    }
    String note = confirmation.line("a note for the record, or nothing: ").orElse("");
    return new Signature(signature.deed(), note, signature.by());
  }

  /// Reads `done`, `skip: why` and their like; a word may be cut short.
  private static Optional<Signature> read(String text, String by) {
    List<String> parts = List.of(text.split("[:：]", 2));
    String word = parts.getFirst().strip().toLowerCase(Locale.ROOT);
    String note = parts.size() > 1 ? parts.getLast().strip() : "";
    return Arrays.stream(Deed.values())
        .filter(deed -> !word.isEmpty() && label(deed).startsWith(word))
        .findFirst()
        .map(deed -> new Signature(deed, note, by));
  }

  private static String label(Deed deed) {
    return deed.name().toLowerCase(Locale.ROOT);
  }
}
