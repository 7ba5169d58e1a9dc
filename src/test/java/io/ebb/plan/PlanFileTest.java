package io.ebb.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanFileTest {
  private final Fixture cluster = Fixture.of(4, 8);
  private final Plan plan = cluster.plan(cluster.compute(1, 3));

  @TempDir Path folder;

  @Test
  void aPlanIsReadAsItWasWritten() {
    Path file = folder.resolve("plan.json");

    PlanFile.write(file, plan);

    assertThat(PlanFile.read(file)).isEqualTo(plan);
    assertThat(file).content().startsWith("{\n  \"format\" : \"ebb-plan\",\n").endsWith("}\n");
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    Path file = folder.resolve("plan.json");

    PlanFile.write(file, plan);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    try (var files = Files.list(folder)) {
      assertThat(files).as("no draft stays behind").hasSize(1);
    }
  }

  @Test
  void theSamePlanMayBeWrittenAgain() throws IOException {
    Path file = folder.resolve("plan.json");
    PlanFile.write(file, plan);
    Object before = Files.getAttribute(file, "unix:ino");

    PlanFile.write(file, plan);

    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
  }

  @Test
  void nothingElseIsOverwritten() throws IOException {
    Path file = folder.resolve("plan.json");
    PlanFile.write(file, cluster.plan(cluster.compute(4, 4)));
    Path other = Files.writeString(folder.resolve("notes.txt"), "mine");

    for (Path taken : new Path[] {file, other, folder}) {
      assertThatThrownBy(() -> PlanFile.write(taken, plan))
          .isInstanceOf(PlanFileException.class)
          .hasMessage(
              taken
                  + " exists already and is not this plan; name another file, or remove it first");
    }
    assertThat(other).hasContent("mine");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> PlanFile.read(folder.resolve("none.json")))
        .isInstanceOf(PlanFileException.class)
        .hasMessageStartingWith("there is no file " + folder.resolve("none.json"));
  }

  @Test
  void whatIsNoPlanIsNamed() throws IOException {
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
    Path text = Files.writeString(folder.resolve("text"), "node1");

    assertThatThrownBy(() -> PlanFile.read(bytes))
        .hasMessage(bytes + " is not text, hence no plan");
    assertThatThrownBy(() -> PlanFile.read(text)).hasMessageStartingWith(text + " is not JSON");
    assertThatThrownBy(() -> PlanFile.read(folder))
        .isInstanceOf(PlanFileException.class)
        .hasMessageStartingWith(folder + " cannot be read");
  }

  @Test
  void aFolderThatIsNotThereIsNotMade() {
    Path file = folder.resolve("none/plan.json");

    assertThatThrownBy(() -> PlanFile.write(file, plan))
        .isInstanceOf(PlanFileException.class)
        .hasMessage(
            "the plan cannot be written to %s: its folder does not exist; nothing was written"
                .formatted(file));
  }
}
