package io.ebb.cli;

import io.ebb.run.RefusedException;
import io.ebb.script.Prompt;
import io.ebb.script.Reply;
import io.ebb.text.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers the questions of a script: as was said beforehand, or by asking whoever is at the
/// terminal.
///
/// @param confirmation who is asked, and whether `--yes` was given
/// @param given the answers of `--answer`
/// @param dryRun whether nothing is changed anyway
/// @param common where it is told what was not typed
record Interview(Confirmation confirmation, GivenAnswers given, boolean dryRun, Common common) {

  /// Asks for confirmation.
  ///
  /// @param name by which `--answer` answers it; empty when it has none
  /// @throws RefusedException when nobody can be asked, or the given answer does not fit
  Reply confirm(String question, String name) {
    List<String> choices = List.of(Reply.YES, Reply.NO);
    Prompt prompt = new Prompt(name, question, choices, null);
    Optional<String> answer = given.to(name);
    if (answer.isPresent()) {
      return told(question, fitting(prompt, answer.get()));
    } else if (confirmation.yes()) {
      return told(question, new Reply(Reply.YES, "--yes"));
    } else if (dryRun) {
      return told(question, new Reply(Reply.YES, "the dry run, which asks nobody"));
    }
    String option = name.isEmpty() ? "--yes" : "--answer %s=yes, or --yes".formatted(name);
    return atTerminal(new Prompt(name, question, choices, Reply.NO), Interview::yesOrNo, option);
  }

  private static Optional<String> yesOrNo(String typed) {
    return switch (typed.toLowerCase(Locale.ROOT)) {
      case "y", Reply.YES -> Optional.of(Reply.YES);
      case "n", Reply.NO -> Optional.of(Reply.NO);
      default -> Optional.empty();
    };
  }

  /// Asks for an answer that the prompt takes.
  ///
  /// @throws RefusedException when nobody can be asked, or the given answer does not fit
  Reply ask(Prompt prompt) {
    Optional<String> answer = given.to(prompt.name());
    String otherwise = prompt.otherwise();
    if (answer.isPresent()) {
      return told(prompt.question(), fitting(prompt, answer.get()));
    } else if (!confirmation.interactive() && otherwise != null) {
      return told(prompt.question(), new Reply(otherwise, "default"));
    }
    Function<String, Optional<String>> reading =
        typed ->
            Optional.of(typed.isEmpty() && otherwise != null ? otherwise : chosen(prompt, typed))
                .filter(prompt::takes);
    return atTerminal(prompt, reading, option(prompt));
  }

  /// A choice may be cut short, as long as it is clear which one is meant.
  private static String chosen(Prompt prompt, String typed) {
    List<String> meant =
        prompt.choices().stream()
            .filter(choice -> !typed.isEmpty() && choice.startsWith(typed))
            .toList();
    return meant.size() == 1 ? meant.getFirst() : typed;
  }

  private static String option(Prompt prompt) {
    return "--answer %s=%s"
        .formatted(prompt.name(), prompt.choices().isEmpty() ? "VALUE" : choices(prompt));
  }

  private static String choices(Prompt prompt) {
    return String.join(" or ", prompt.choices());
  }

  private static Reply fitting(Prompt prompt, String answer) {
    if (!prompt.takes(answer)) {
      throw RefusedException.unanswered(
          "--answer %s=%s is no answer to \"%s\""
              .formatted(prompt.name(), answer, prompt.question()),
          "give " + option(prompt));
    }
    return new Reply(answer, "--answer");
  }

  private Reply told(String question, Reply reply) {
    common.tell("%s %s, by %s".formatted(question, reply.text(), reply.by()));
    return reply;
  }

  /// Asks until an answer fits.
  ///
  /// @param reading the answer that was typed; empty when it was none
  /// @param option what would have answered it
  private Reply atTerminal(
      Prompt prompt, Function<String, Optional<String>> reading, String option) {
    if (!confirmation.interactive()) {
      throw RefusedException.unanswered(
          "nobody can be asked \"%s\": this is not a terminal".formatted(prompt.question()),
          "give " + option);
    }
    String text = text(prompt, prompt.otherwise());
    Optional<String> typed = confirmation.line(text);
    while (typed.isPresent()) {
      Optional<String> answer = reading.apply(typed.get());
      if (answer.isPresent()) {
        return new Reply(answer.get(), person());
      }
      typed = confirmation.line(text);
    }
    if (prompt.otherwise() == null) {
      throw RefusedException.unanswered(
          "\"%s\" was not answered: the input has ended".formatted(prompt.question()),
          "give " + option);
    }
    return told("\n" + prompt.question(), new Reply(prompt.otherwise(), "the end of the input"));
  }

  /// Who types the answers.
  static String person() {
    return System.getProperty("user.name") + " at the terminal";
  }

  /// The question in one line, with what may be typed.
  private static String text(Prompt prompt, @Nullable String otherwise) {
    String choices = prompt.choices().isEmpty() ? "" : " " + choices(prompt);
    String enter = otherwise == null ? "" : " [" + otherwise + "]";
    return Line.of(prompt.question() + choices + enter) + ": ";
  }
}
