package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a script orders directly, as whoever runs it sees it.
final class OrderedAtTheTerminalTest {
  private static final String DELETE =
      "ehpc.cluster('ehpc-tiny').queue('old').delete().wait();"
          + " show(ehpc.cluster('ehpc-tiny').queues().length)";

  private final Shell shell = Shell.bare();

  @TempDir private Path folder;
  private Path scenario;

  @BeforeEach
  void writeScenario() throws IOException {
    scenario =
        Files.writeString(
            folder.resolve("tiny.yaml"),
            """
            clusters:
              - id: ehpc-tiny
                queues:
                  - {partition: batch, default: true}
                  - {partition: old}
                nodes:
                  - {role: login, serials: 1}
                  - {role: controller, serials: 1}
                  - {serials: 1-3, queue: batch}
            """);
  }

  private Result run(Shell at, String code, String... options) {
    String[] words = new String[options.length + 4];
    System.arraycopy(new String[] {"run", "--sim=" + scenario, "--eval", code}, 0, words, 0, 4);
    System.arraycopy(options, 0, words, 4, options.length);
    return at.run(words);
  }

  @Test
  void orderAndItsEndAreToldInALineEach() {
    Result done = run(shell, "ehpc.cluster('ehpc-tiny').addNodes(2).wait()");

    assertThat(done.exit()).isEqualTo(ExitCode.DONE);
    assertThat(done.err())
        .contains("adding 2 compute nodes to ehpc-tiny: accepted as j-")
        .contains("waiting, at most 15m")
        .contains("successful after");
  }

  @Test
  void dryRunTellsWhatWouldBeOrderedAndGoesOn() {
    Result dry =
        run(shell, "show(ehpc.cluster('ehpc-tiny').addNodes(1).wait().status)", "--dry-run");

    assertThat(dry.out()).isEqualTo("successful\n");
    assertThat(dry.err()).isEqualTo("dry run: would now be adding 1 compute node to ehpc-tiny\n");
  }

  @Test
  void queueIsDeletedOnlyWhenSomebodyTypesYes() {
    Result yes = run(shell.typing("yes\n"), DELETE);
    assertThat(yes.out()).isEqualTo("1\n");
    assertThat(yes.err()).startsWith("Delete queue old of ehpc-tiny? type yes to go on: ");
    assertThat(run(shell, DELETE, "--yes").out()).isEqualTo("1\n");

    Result no = run(shell.typing("y\n"), DELETE);
    assertThat(no.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(no.err())
        .contains("delete queue old of ehpc-tiny was not confirmed: \"y\" was typed");

    Result nobody = run(shell, DELETE);
    assertThat(nobody.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(nobody.err()).contains("this is not a terminal", "--yes");
  }

  @Test
  void whatGuardsForbidEndsWithTheirExitCode() {
    Result refused = run(shell, "ehpc.cluster('ehpc-tiny').restartNodes('node1')");

    assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err())
        .contains("refused to restart node1", "jobs (rule 3): in a queue")
        .doesNotContain("--override");
  }
}
