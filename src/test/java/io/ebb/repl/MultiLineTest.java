package io.ebb.repl;

import org.junit.jupiter.api.Test;

final class MultiLineTest {
  private static final String PASTE = "\033[200~";
  private static final String PASTED = "\033[201~";

  private final Chat chat = new Chat();

  @Test
  void enterBeginsAFurtherLineUntilTheStatementIsWhole() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("if (a) {\r").shows("sim js> if (a) {");
      stage.type("b\r").shows("....... b");
      stage.type("}\r").carriesOut("if (a) {\nb\n}");
    }
  }

  @Test
  void twoBlankLinesEndWhatWouldGoOn() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("if (a) {\r\r\r").carriesOut("if (a) {\n\n");
    }
  }

  @Test
  void enterInTheMiddleOfAWholeStatementBeginsALineThere() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("if (a) {\r}" + Stage.UP + Stage.END + "\rb" + Stage.DOWN + "\r");
      stage.carriesOut("if (a) {\nb\n}");
    }
  }

  @Test
  void pythonKeepsItsIndentationAndTabDeepensIt() throws Exception {
    chat.prompt = new PromptLine("sim", false, "py");
    chat.incomplete = text -> !text.endsWith("\n");
    try (Stage stage = Stage.open(chat)) {
      stage
          .type("for n in a:\rif n:\r\tb\r\r")
          .carriesOut("for n in a:\n    if n:\n            b\n");
    }
  }

  @Test
  void pastedLinesAreOneStatementWithTheirTabs() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type(PASTE + "a()\r\tb()\rc()" + PASTED).shows("....... c()");
      stage.type("\r").carriesOut("a()\n\tb()\nc()");
      stage.type(PASTE + "a()\r\nb()\r\n" + PASTED + "\r").carriesOut("a()\nb()\n");
    }
  }

  @Test
  void backslashesAndExclamationMarksStay() throws Exception {
    try (Stage stage = Stage.open(chat)) {
      stage.type("a\\b !c !! \\\r").carriesOut("a\\b !c !! \\");
    }
  }
}
