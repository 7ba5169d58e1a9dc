package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.CallLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedLedgerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");
  private static final String ACCOUNT = "https://hpc-api.qingcloud.com QYACCESSKEYIDEXAMPLE";

  private final List<String> warnings = new ArrayList<>();

  @TempDir private Path home;

  @Test
  void countsAsInMemoryWhateverIsAsked() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    CallLedger memory = CallLedger.inMemory();
    Instant now = NOW;
    try (SharedLedger shared = ledger()) {
      for (int i = 0; i < 2000; i++) {
        now = now.plusMillis(random.nextInt(60_000));
        int wanted = 1 + random.nextInt(16);
        int most = 1 + random.nextInt(400);
        int booked = memory.book(now, wanted, most);
        String context = "seed " + seed + ", round " + i;
        assertThat(shared.book(now, wanted, most)).as(context).isEqualTo(booked);
        if (random.nextInt(5) == 0) {
          int back = random.nextInt(booked + 1);
          memory.giveBack(now, back);
          shared.giveBack(now, back);
        }
        if (random.nextInt(50) == 0) {
          Instant until = now.plusSeconds(random.nextInt(600));
          memory.holdUntil(until);
          shared.holdUntil(until);
        }
        assertThat(shared.used(now)).as(context).isEqualTo(memory.used(now));
        assertThat(shared.freeAt(now, most)).as(context).isEqualTo(memory.freeAt(now, most));
      }
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void bookingsOutliveTheProcessThatMadeThem() {
    try (SharedLedger first = ledger()) {
      first.book(NOW, 16, 2000);
      first.holdUntil(NOW.plusSeconds(30));
    }
    try (SharedLedger second = ledger()) {
      assertThat(second.used(NOW)).isEqualTo(16);
      assertThat(second.book(NOW, 1, 2000)).isZero();
      assertThat(second.book(NOW.plusSeconds(30), 1, 2000)).isOne();
    }
  }

  @Test
  void accountsAreCountedApart() {
    try (SharedLedger one = ledger();
        SharedLedger other = new SharedLedger(Store.in(folder()), "another", warnings::add)) {
      one.book(NOW, 16, 2000);
      one.holdUntil(NOW.plusSeconds(30));

      assertThat(other.used(NOW)).isZero();
      assertThat(other.book(NOW, 3, 3)).isEqualTo(3);
    }
  }

  @Test
  void bookingsFromAFutureInWhichTheClockWasWrongAreForgotten() {
    try (SharedLedger ledger = ledger()) {
      ledger.book(NOW.plus(Duration.ofDays(30)), 16, 2000);
      ledger.holdUntil(NOW.plus(Duration.ofDays(30)));

      assertThat(ledger.freeAt(NOW, 16)).isEmpty();
      assertThat(ledger.book(NOW, 16, 16)).isEqualTo(16);
    }
  }

  @Test
  void threadsTogetherNeverBookMoreThanThereIs() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> booked =
          IntStream.range(0, 4).mapToObj(_ -> threads.submit(() -> bookAll())).toList();
      int sum = 0;
      for (Future<Integer> each : booked) {
        sum += each.get();
      }
      assertThat(sum).isEqualTo(700);
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void processesTogetherNeverBookMoreThanThereIs() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Booking.class.getName(),
                  folder().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    int sum = 0;
    for (Process process : processes) {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      sum += Integer.parseInt(out.strip());
    }
    assertThat(sum).isEqualTo(700);
    try (SharedLedger ledger = ledger()) {
      assertThat(ledger.used(NOW)).isEqualTo(700);
    }
  }

  /// A process that books one call at a time until there are 700, and tells how many it got.
  static final class Booking {
    private Booking() {}

    public static void main(String[] args) {
      List<String> warnings = new ArrayList<>();
      try (SharedLedger ledger =
          new SharedLedger(Store.in(Path.of(args[0])), ACCOUNT, warnings::add)) {
        int booked = bookAll(ledger);
        System.out.println(warnings.isEmpty() ? String.valueOf(booked) : warnings.toString());
      }
    }
  }

  @Test
  void nobodyElseCanReadIt() throws IOException {
    try (SharedLedger ledger = ledger()) {
      ledger.book(NOW, 16, 2000);
      try (var files = Files.list(folder())) {
        assertThat(files.filter(Files::isRegularFile))
            .isNotEmpty()
            .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
      }
    }
    assertThat(permissions(folder())).isEqualTo("rwx------");
  }

  @Test
  void theDriversLibraryIsUnpackedOnce() {
    String before = System.clearProperty("org.sqlite.lib.path");
    try (SharedLedger ledger = ledger()) {
      ledger.book(NOW, 1, 2000);
      assertThat(Path.of(System.getProperty("org.sqlite.lib.path")))
          .startsWith(folder())
          .isDirectoryContaining("glob:**sqlitejdbc*")
          .isDirectoryNotContaining("glob:**.part");
      assertThat(permissions(folder().resolve("native"))).isEqualTo("rwx------");
    } finally {
      if (before != null) {
        System.setProperty("org.sqlite.lib.path", before);
      }
    }
  }

  @Test
  void theKeyIsNotWrittenDown() throws IOException {
    try (SharedLedger ledger = ledger()) {
      ledger.book(NOW, 16, 2000);
    }
    assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1))
        .doesNotContain("QYACCESSKEYIDEXAMPLE");
  }

  @Test
  void worksAloneWhenTheFolderCannotBeMade() throws IOException {
    Files.createDirectories(folder().getParent());
    Files.writeString(folder(), "in the way");

    worksAlone("FileAlreadyExistsException: " + folder());
  }

  @Test
  void worksAloneWhenTheFileIsNoDatabase() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(
        file(), "this is no database, and long enough to be seen as none ".repeat(20));

    worksAlone("file is not a database");
    assertThat(file()).content().startsWith("this is no database");
  }

  @Test
  void worksAloneWhenANewerEbbHasWrittenTheFile() throws Exception {
    tamper("PRAGMA user_version = 99");

    worksAlone("it was written by a newer version of Ebb: format 99, and this one reads up to 3");
  }

  @Test
  void worksAloneFromTheMomentThatTheFileFails() throws Exception {
    try (SharedLedger ledger = ledger()) {
      assertThat(ledger.book(NOW, 4, 10)).isEqualTo(4);
      tamper("DROP TABLE call");

      assertThat(ledger.book(NOW, 16, 10)).isEqualTo(6);
      assertThat(ledger.used(NOW)).isEqualTo(10);
      assertThat(ledger.freeAt(NOW, 10)).contains(NOW.plus(CallLedger.WINDOW));
      ledger.giveBack(NOW, 1);
      assertThat(ledger.used(NOW)).isEqualTo(9);
    }
    assertThat(warnings).singleElement().asString().contains("no such table: call");
  }

  @Test
  void troubleThatPassesIsForgottenAndWhatWasCountedMeanwhileIsAdded() throws Exception {
    Instant later = NOW.plusSeconds(60);
    try (SharedLedger ledger = ledger();
        SharedLedger other = ledger()) {
      ledger.book(NOW, 4, 10);
      tamper("ALTER TABLE call RENAME TO away");
      assertThat(ledger.book(NOW, 3, 10)).isEqualTo(3);
      ledger.giveBack(NOW, 1);
      ledger.holdUntil(NOW.plusSeconds(90));
      tamper("ALTER TABLE away RENAME TO call");

      assertThat(ledger.used(later.minusMillis(1))).isEqualTo(6);
      assertThat(other.used(later)).isEqualTo(4);
      assertThat(ledger.used(later)).isEqualTo(6);
      assertThat(other.used(later)).isEqualTo(6);
      assertThat(other.freeAt(later, 10)).contains(NOW.plusSeconds(90));
      assertThat(warnings).hasSize(1);

      tamper("ALTER TABLE call RENAME TO away");
      ledger.used(later);
      ledger.used(later.plusSeconds(60));
      assertThat(warnings).hasSize(2);
    }
  }

  private void worksAlone(String why) {
    try (SharedLedger ledger = ledger()) {
      assertThat(ledger.book(NOW, 16, 10)).isEqualTo(10);
      ledger.holdUntil(NOW.plusSeconds(9));
      assertThat(ledger.freeAt(NOW, 11)).contains(NOW.plusSeconds(9));
    }
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("API calls are counted in this process alone")
        .contains(file().toString(), why);
  }

  private void tamper(String sql) throws IOException, SQLException {
    try (Database database = Database.open(Store.in(folder()), Durability.CRASH)) {
      database.transact(db -> db.update(sql));
    }
  }

  private int bookAll() {
    try (SharedLedger ledger = ledger()) {
      return bookAll(ledger);
    }
  }

  private static int bookAll(CallLedger ledger) {
    int sum = 0;
    for (int booked = -1; booked != 0; sum += booked) {
      booked = ledger.book(NOW, 1 + sum % 3, 700);
    }
    return sum;
  }

  private SharedLedger ledger() {
    return new SharedLedger(Store.in(folder()), ACCOUNT, warnings::add);
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
      throw new AssertionError(e);
    }
  }
}
