package io.ebb.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  private final Chat chat = new Chat();
  @TempDir private Path folder;

  @Test
  void wholeStatementsAreThereInTheNextSession() throws Exception {
    try (Stage stage = open(chat)) {
      stage.type("if (a) {\r\\n}\r").carriesOut("if (a) {\n\\n}");
      stage.type("next\r").carriesOut("next");
    }
    try (Stage stage = open(new Chat())) {
      stage.type(Stage.UP).endsIn("sim js> next");
      stage.type(Stage.UP).endsIn("....... \\n}").shows("sim js> if (a) {");
      assertThat(stage.console.history()).containsExactly("if (a) {\n\\n}", "next");
    }
  }

  @Test
  void sessionsAtTheSameTimeLoseNothingOfEachOther() throws Exception {
    Chat other = new Chat();
    try (Stage one = open(chat);
        Stage two = open(other)) {
      one.type("a\r").carriesOut("a");
      two.type("b\r").carriesOut("b");
      one.type("c\r").carriesOut("c");
    }
    try (Stage stage = open(new Chat())) {
      assertThat(stage.console.history()).containsExactly("a", "b", "c");
    }
  }

  @Test
  void secretsAndRepetitionsAreNotKept() throws Exception {
    try (Stage stage = open(chat)) {
      stage.type("a\r").carriesOut("a").type("secret = 1\r").carriesOut("secret = 1");
      stage.type("a\r").carriesOut("a").type("b\r").carriesOut("b");
      assertThat(stage.console.history()).containsExactly("a", "b");
    }
    assertThat(file()).content().isEqualTo("a\nb\n");
  }

  @Test
  void fileAndItsFolderAreForTheirOwnerOnly() throws Exception {
    open(chat).close();
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(file().getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void fileThatOthersCanReadIsClosedToThem() throws Exception {
    Files.createDirectory(file().getParent());
    Files.writeString(file(), "a\n");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    open(chat).close();
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void fileThatCannotBeUsedIsToldOnceAndTheSessionGoesOn() throws Exception {
    Files.createDirectories(file());
    try (Stage stage = open(chat)) {
      stage.type("a\r").carriesOut("a").type(Stage.UP).endsIn("sim js> a");
      stage.type("\r").carriesOut("a");
      assertThat(stage.sent()).containsOnlyOnce("cannot be read");
    }
  }

  @Test
  void fileThatCannotBeWrittenAnyMoreIsToldOnce() throws Exception {
    try (Stage stage = open(chat)) {
      Files.delete(file());
      stage.type("a\r").carriesOut("a").type("b\r").carriesOut("b").type("c").endsIn("sim js> c");
      assertThat(stage.sent()).containsOnlyOnce("cannot be written");
      assertThat(stage.console.history()).containsExactly("a", "b");
    }
  }

  @Test
  void longFileIsCutToItsNewestLines() throws Exception {
    Files.createDirectory(file().getParent());
    Files.writeString(file(), "old\n".repeat(10_000) + "new\n");
    try (Stage stage = open(chat)) {
      assertThat(stage.console.history()).hasSize(5_000).endsWith("new");
    }
    assertThat(Files.readAllLines(file())).hasSize(5_000).endsWith("new");
  }

  @Test
  void upAndDownGoThroughWhatBeginsLikeThis() throws Exception {
    try (Stage stage = open(chat)) {
      stage.type("a1\r").carriesOut("a1").type("b\r").carriesOut("b").type("a2\r").carriesOut("a2");
      stage.type("a" + Stage.UP).endsIn("sim js> a2").type(Stage.UP).endsIn("sim js> a1");
      stage.type(Stage.DOWN).endsIn("sim js> a2").type(Stage.DOWN + "\r").carriesOut("a");
    }
  }

  @Test
  void ctrlRSearches() throws Exception {
    try (Stage stage = open(chat)) {
      stage.type("show(nodes)\r").carriesOut("show(nodes)").type("b\r").carriesOut("b");
      stage.type("\022nod").endsIn("bck-i-search: nod_");
      stage.type("\r").carriesOut("show(nodes)");
    }
  }

  private Stage open(Chat with) {
    return Stage.open(with, Stage.options(Optional.of(file())), 80, 24);
  }

  private Path file() {
    return folder.resolve("ebb").resolve("history");
  }
}
