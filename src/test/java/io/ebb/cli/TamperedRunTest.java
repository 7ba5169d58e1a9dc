package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody has changed the journal by hand: every command that reads it says so.
final class TamperedRunTest {
  private final QuickWorld world = new QuickWorld(Instant.now());

  @TempDir private Path state;
  private Simulator simulator;
  private Shell shell;

  @BeforeEach
  void aRunHasEnded() {
    simulator = Simulator.start(Scenario.standard(), SimOptions.defaults().withWorld(world));
    shell = Shell.with(simulator).set("XDG_STATE_HOME", state.toString()).in(world);
    Result retired = shell.run("retire", "node5", "-c", Shell.CLUSTER, "--yes");
    assertThat(retired.exit()).as(retired.err()).isZero();
  }

  @AfterEach
  void end() {
    simulator.close();
  }

  private void byHand(String change) throws SQLException {
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + state + "/ebb/ebb.db");
        Statement statement = file.createStatement()) {
      assertThat(statement.executeUpdate(change)).as(change).isEqualTo(1);
    }
  }

  private void assertNoticed(String finding) {
    Result runs = shell.run("runs");
    assertThat(runs.out()).contains(" tampered ");
    assertThat(runs.err()).contains("warning: the journal of run r-", "changed by hand: ebb show");
    for (String command : new String[] {"show", "resume", "undo"}) {
      Result refused = shell.run(command, "last");
      assertThat(refused.exit()).as(command).isEqualTo(ExitCode.FAILED);
      assertThat(refused.err()).as(command).contains(finding, "Look at its nodes yourself");
    }
  }

  @Test
  void changedEventIsNoticed() throws SQLException {
    byHand("UPDATE event SET at = at + 1 WHERE n = 3");
    assertNoticed("event 3 of run r-");
  }

  @Test
  void removedEventIsNoticed() throws SQLException {
    byHand("DELETE FROM event WHERE n = 2");
    assertNoticed("event 2 of run r-");
  }

  @Test
  void removedEndIsNoticed() throws SQLException {
    byHand("DELETE FROM event WHERE n = (SELECT max(n) FROM event)");
    assertNoticed(" is missing");
  }
}
