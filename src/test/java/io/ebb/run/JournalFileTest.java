package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ebb.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The journal's file: who may read it, what happens to it, and what others do to it.
final class JournalFileTest {
  private static final Instant NOON = Plans.NOON;

  @TempDir private Path home;

  @Test
  void nothingIsOpenedBeforeItIsUsed() {
    SqlJournal journal = journal();
    assertThat(folder()).doesNotExist();
    journal.close();
    assertThat(folder()).doesNotExist();
  }

  @Test
  void nobodyElseCanReadIt() throws IOException {
    try (SqlJournal journal = journal()) {
      begin(journal, 1);
      try (var files = Files.list(folder())) {
        assertThat(files.filter(Files::isRegularFile))
            .extracting(file -> file.getFileName().toString())
            .contains("ebb.db", "ebb.db-wal", "ebb.db-shm");
      }
      try (var files = Files.list(folder())) {
        assertThat(files.filter(Files::isRegularFile))
            .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
      }
    }
    assertThat(permissions(folder())).isEqualTo("rwx------");
  }

  @Test
  void outlivesTheProcessThatWroteIt() {
    Lease lease;
    try (SqlJournal journal = journal()) {
      lease = begin(journal, 1);
      assertThat(journal.head(lease.run()).state()).isEqualTo(RunState.RUNNING);
    }
    try (SqlJournal journal = journal()) {
      assertThat(journal.entries(lease.run()))
          .containsExactly(new Entry.Began(NOON, Plans.of("a1", 1), "alice"));
      journal.write(lease, new Entry.Interrupted(NOON, "Ctrl-C"));
      assertThat(journal.head(lease.run()).events()).isEqualTo(2);
    }
  }

  @Test
  void aFileOfTheFirstVersionIsBroughtUpToDateAndKeepsItsCalls() throws Exception {
    Files.createDirectories(folder());
    try (var in = JournalFileTest.class.getResourceAsStream("version-1.sql")) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String sql : script.split(";\n")) {
        change(sql);
      }
    }
    List<String> warnings = new ArrayList<>();
    try (SqlJournal journal = journal();
        SharedLedger ledger = new SharedLedger(Store.in(folder()), "key", warnings::add)) {
      Lease lease = begin(journal, 1);
      assertThat(journal.entries(lease.run())).hasSize(1);
      assertThat(ledger.used(NOON)).isEqualTo(16);
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void aFileOfANewerVersionIsRefused() throws Exception {
    try (SqlJournal journal = journal()) {
      begin(journal, 1);
    }
    change("PRAGMA user_version = 99");

    refuses(
        "the journal in " + file(),
        "newer version of Ebb: format 99, and this one reads up to 3",
        "update Ebb on this machine");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(
        file(), "this is no database, and long enough to be seen as none ".repeat(20));

    refuses("file is not a database", "move it away");
    assertThat(file()).content().startsWith("this is no database");
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws IOException {
    Files.createDirectories(folder().getParent());
    Files.writeString(folder(), "in the way");

    refuses("FileAlreadyExistsException: " + folder(), "set XDG_STATE_HOME");
  }

  @Test
  void aFileThatAnotherProcessDoesNotLetGoIsRefused() throws Exception {
    try (SqlJournal journal = journal()) {
      begin(journal, 1);
      try (Connection other = connection();
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        refuses("database is locked", "another process has been writing for 5 s");
        assertThat(journal.heads(9)).as("what is only read").hasSize(1);
      }
      begin(journal, 2);
    }
  }

  @Test
  void aFullDiskStopsTheWriteOfWhichNothingIsKept() throws Exception {
    Store store = Store.in(folder());
    try (Database database = Database.open(store, Durability.POWER_CUT)) {
      database.read(db -> db.number("PRAGMA max_page_count = 1"));
      Entry.Scripted large =
          new Entry.Scripted(
              NOON,
              "js",
              "a.js",
              new Random(7).ints(50_000).boxed().toList() + "",
              null,
              "{}",
              "{}",
              "alice",
              null);
      Throwable full =
          catchThrowable(() ->
              database.transact(db -> new Runs(db, OwnProcess.current(), 0).begin(large, null)));

      assertThat(Trouble.of(store, full))
          .hasMessageContaining("the journal in " + file() + " cannot be used")
          .hasMessageContaining("full")
          .hasMessageEndingWith("make room on the disk");
    }
    try (SqlJournal journal = journal()) {
      assertThat(journal.heads(9)).isEmpty();
      begin(journal, 1);
    }
  }

  @Test
  void aChangedEventIsNoticedAndNamedAndTheRunIsStillListed() throws Exception {
    tampered(
        "UPDATE event SET body = replace(body, 'Ctrl-C', 'Ctrl-D') WHERE n = 2",
        "event 2 of run r-2026-11-21-001 is not what was written");
  }

  @Test
  void aRemovedEventIsNoticed() throws Exception {
    tampered("DELETE FROM event WHERE n = 1", "event 1 of run r-2026-11-21-001 is missing");
  }

  @Test
  void aRemovedLastEventIsNoticed() throws Exception {
    tampered("DELETE FROM event WHERE n = 2", "event 2 of run r-2026-11-21-001 is missing");
  }

  @Test
  void anAddedEventIsNoticed() throws Exception {
    tampered(
        "INSERT INTO event SELECT run, 3, at, kind, format, body, hash FROM event WHERE n = 2",
        "event 3 of run r-2026-11-21-001");
  }

  @Test
  void anEventThatWasMovedInTimeIsNoticed() throws Exception {
    tampered("UPDATE event SET at = at + 1 WHERE n = 1", "event 1 of run r-2026-11-21-001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state = 'done', ended_at = 0",
        "title = 'retire nothing'",
        "cluster = 'ehpc-other'",
        "digest = NULL",
        "script = 1",
        "parent = 'r-2026-11-21-000'",
        "started_at = started_at - 1000000"
      })
  void whatIsToldOfARunWithoutItsEventsIsCheckedAgainstThem(String change) throws Exception {
    try (SqlJournal journal = journal()) {
      Lease lease = begin(journal, 1);
      change("UPDATE run SET " + change);

      tampered(journal, lease, "run r-2026-11-21-001 is not as its events tell");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"state = 'failed'", "state = NULL", "ended_at = ended_at + 1"})
  void howARunHasEndedIsCheckedAgainstItsEvents(String change) throws Exception {
    try (SqlJournal journal = journal()) {
      Lease lease =
          journal.begin(
              new Entry.Scripted(NOON, "js", "a.js", "1", null, "{}", "{}", "alice", null), null);
      journal.write(lease, new Entry.Finished(NOON, RunState.DONE, ""));
      change("UPDATE run SET " + change);

      tampered(journal, lease, "run r-2026-11-21-001 is not as its events tell");
    }
  }

  @Test
  void aStateThatIsNoneIsNoticed() throws Exception {
    try (SqlJournal journal = journal()) {
      Lease lease = begin(journal, 1);
      change("UPDATE run SET state = 'finished'");

      tampered(journal, lease, "run r-2026-11-21-001 is not as its events tell");
    }
  }

  @Test
  void aRunOfWhichOnlyTheEventsAreLeftIsNoticedAndItsIdIsNotGivenAgain() throws Exception {
    try (SqlJournal journal = journal()) {
      Lease lease = begin(journal, 1);
      change("DELETE FROM run");
      change("DELETE FROM hold");

      tampered(journal, lease, "run r-2026-11-21-001 is missing, but for its events");
      assertThatThrownBy(() -> begin(journal, 2)).isInstanceOf(TamperedException.class);
    }
  }

  @Test
  void aRunThatWasTakenOutFromAmongOthersIsNoticed() throws Exception {
    try (SqlJournal journal = journal()) {
      begin(journal, 1);
      Lease second = begin(journal, 2);
      Lease third = begin(journal, 3);
      assertThat(journal.entries(third.run())).hasSize(1);
      change("DELETE FROM run WHERE id = '" + second.run() + "'");
      change("DELETE FROM event WHERE run = '" + second.run() + "'");

      tampered(journal, third, "the run that had begun before run r-2026-11-21-003 is missing");
    }
  }

  @Test
  void anEventOfAnotherRunIsNoticed() throws Exception {
    try (SqlJournal journal = journal()) {
      Lease first = begin(journal, 1);
      Lease second = begin(journal, 2);
      journal.write(first, new Entry.Interrupted(NOON, "Ctrl-C"));
      change(
          "INSERT INTO event SELECT '%s', n, at, kind, format, body, hash FROM event WHERE n = 2"
              .formatted(second.run()));
      change("UPDATE run SET events = 2, hash = (SELECT hash FROM event WHERE n = 2)");

      tampered(journal, second, "event 2 of run r-2026-11-21-002 is not what was written");
    }
  }

  private static void tampered(SqlJournal journal, Lease lease, String told) {
    assertThatThrownBy(() -> journal.entries(lease.run()))
        .isInstanceOf(TamperedException.class)
        .hasMessageContaining(told);
  }

  private void tampered(String sql, String told) throws SQLException {
    try (SqlJournal journal = journal()) {
      Lease lease = begin(journal, 1);
      journal.write(lease, new Entry.Interrupted(NOON, "Ctrl-C"));
      change(sql);

      tampered(journal, lease, told);
      assertThat(journal.head(lease.run()).state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(journal.heads(9)).hasSize(1);
    }
  }

  @Test
  void processesThatBeginAtOnceGetDifferentIdsAndOneEachNode() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Beginning.class.getName(),
                  folder().toString(),
                  "a" + i)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    List<String> begun = new ArrayList<>();
    for (Process process : processes) {
      begun.addAll(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList());
      assertThat(process.waitFor()).isZero();
    }
    assertThat(begun).hasSize(Beginning.NODES).doesNotHaveDuplicates();
    try (SqlJournal journal = journal()) {
      assertThat(journal.held()).hasSize(Beginning.NODES);
      assertThat(journal.heads(100))
          .hasSize(Beginning.NODES)
          .extracting(RunHead::state)
          .as("their processes are gone")
          .containsOnly(RunState.INTERRUPTED);
      String run = begun.getFirst();
      Owner gone = journal.head(run).owner();
      assertThat(journal.take(run, Set.of(), NOON)).isEqualTo(new Lease(run, 2, gone));
    }
  }

  /// A process that begins a run over each of some nodes that nobody holds, and tells their ids.
  /// Over each other node it is a plan that the other process begins as well.
  static final class Beginning {
    static final int NODES = 20;

    private Beginning() {}

    public static void main(String[] args) {
      try (SqlJournal journal = SqlJournal.in(Path.of(args[0]))) {
        for (int serial = 1; serial <= NODES; serial++) {
          try {
            String whose = serial % 2 == 0 ? "a" : args[1];
            Plan plan = Plans.of(whose + serial, serial);
            System.out.println(journal.begin(new Entry.Began(NOON, plan, "alice"), null).run());
          } catch (RefusedException _) {
            // The other process was faster.
          }
        }
      }
    }
  }

  private void refuses(String... told) {
    try (SqlJournal journal = journal()) {
      assertThatThrownBy(() -> begin(journal, 9))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("so nothing is changed")
          .satisfies(e -> assertThat(e.getMessage()).contains(told));
    }
  }

  private static Lease begin(SqlJournal journal, int serial) {
    return journal.begin(new Entry.Began(NOON, Plans.of("a" + serial, serial), "alice"), null);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file());
  }

  private SqlJournal journal() {
    return SqlJournal.in(folder());
  }

  private Path folder() {
    return home.resolve("state/ebb");
  }

  private Path file() {
    return folder().resolve("ebb.db");
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
