package io.ebb.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConsoleTest {
  private final Chat chat = new Chat();

  @Test
  void lineIsCarriedOutAndTheNextOneIsRead() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.shows("sim js>").type("show(1)\r").carriesOut("show(1)");
      stage.type("quit\r").carriesOut("quit").ends();
    }
  }

  @Test
  void whatIsPrintedWhileALineIsReadGoesAboveIt() {
    try (Stage stage = Stage.open(chat)) {
      stage.type("half a li").shows("sim js> half a li");
      stage.console.output().println("a job is done");
      stage.shows("a job is done").shows("sim js> half a li");
      stage.type("ne").shows("sim js> half a line");
    }
  }

  @Test
  void questionIsAskedWhileALineIsCarriedOut() throws Exception {
    chat.deed =
        text -> {
          Optional<String> answer = chat.console.orElseThrow().ask("How many? ");
          chat.carriedOut.add("answer " + answer.orElse("none"));
          return true;
        };
    try (Stage stage = Stage.open(chat)) {
      stage.type("retire\r").carriesOut("retire").endsIn("How many?");
      stage.type("4\r").carriesOut("answer 4").endsIn("sim js>");
      stage.type(Stage.UP).endsIn("sim js> retire");
      stage.type("\r").carriesOut("retire").endsIn("How many?");
      stage.type(Stage.CTRL_C).carriesOut("answer none").endsIn("sim js>");
      stage.type("retire\r").carriesOut("retire").endsIn("How many?");
      stage.type(Stage.CTRL_D).carriesOut("answer none");
    }
  }

  @Test
  void ctrlCDropsALineOfSeveralToo() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("if (a) {\r").shows("sim js> if (a) {").shows("....... ");
      stage.type("b" + Stage.CTRL_C).type("c\r").carriesOut("c");
    }
  }

  @Test
  void ctrlCInterruptsWhatIsCarriedOutEachTime() throws Exception {
    chat.deed =
        text -> {
          chat.interrupts.acquireUninterruptibly(2);
          return true;
        };
    try (Stage stage = Stage.open(chat)) {
      stage.type("wait()\r").carriesOut("wait()").press(Stage.CTRL_C).press(Stage.CTRL_C);
      stage.type("next").endsIn("sim js> next");
    }
  }

  @Test
  void whatIsTypedBeforeAQuestionDoesNotAnswerIt() throws Exception {
    chat.deed =
        text -> {
          Optional<String> answer = chat.console.orElseThrow().ask("How many? ");
          chat.carriedOut.add("answer " + answer.orElse("none"));
          return true;
        };
    try (Stage stage = Stage.open(chat)) {
      stage.type("retire\r4\r4").carriesOut("retire").endsIn("How many?");
      stage.type("5\r").carriesOut("answer 5").endsIn("sim js>");
      stage.type("retire\r").carriesOut("retire").endsIn("How many?");
      stage.type("6\r").carriesOut("answer 6");
    }
  }

  @Test
  void ctrlDLeavesOnceTheConversationAgrees() throws Exception {
    chat.leaving = () -> !chat.carriedOut.add("asked to leave") || chat.carriedOut.size() > 1;
    try (Stage stage = Stage.open(chat)) {
      stage.shows("sim js>").type(Stage.CTRL_D).type(Stage.CTRL_D).ends();
    }
    assertThat(chat.carriedOut).hasSize(2);
  }

  @Test
  void endOfTheTerminalEndsWithoutAsking() throws Exception {
    chat.leaving =
        () -> {
          throw new AssertionError("asked");
        };
    var keys = new ByteArrayInputStream("a\r".getBytes(UTF_8));
    try (Console console =
        Console.over(
            keys, OutputStream.nullOutputStream(), 80, 24, Stage.options(Optional.empty()))) {
      console.converse(chat);
    }
    assertThat(chat.carriedOut).containsExactly("a");
  }

  @Test
  void processThatHasToEndInterruptsWhatIsCarriedOut() throws Exception {
    chat.deed =
        text -> {
          chat.interrupts.acquireUninterruptibly();
          return true;
        };
    try (Stage stage = Stage.open(chat)) {
      stage.type("wait()\r").carriesOut("wait()");
      stage.console.finish();
      stage.ends();
    }
  }
}
