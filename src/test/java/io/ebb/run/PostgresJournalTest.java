package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.CallLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The journal in PostgreSQL, each test in a database of its own.
final class PostgresJournalTest extends JournalContract {
  private final Postgres.Place place = Postgres.database();

  @Override
  Store store() {
    return place.store();
  }

  @Test
  void leasesRunByTheServersTime() {
    try (SqlJournal journal = SqlJournal.of(store())) {
      Lease lease = journal.begin(new Entry.Began(NOON, Plans.of("1", 1), "alice"), null);

      assertThat(journal.head(lease.run()).state()).isEqualTo(RunState.RUNNING);
      assertThat(journal.head(lease.run()).leaseUntil()).isAfter(NOON);
    }
  }

  @Test
  void aLostConnectionIsMadeAgain() throws Exception {
    SqlJournal journal = journal();
    Lease lease = journal.begin(new Entry.Began(NOON, Plans.of("1", 1), "alice"), null);
    place.dropConnections();

    journal.write(lease, new Entry.Interrupted(LATER, "Ctrl-C"));
    place.dropConnections();

    assertThat(journal.entries(lease.run())).hasSize(2);
  }

  @Test
  void userAndPasswordAreNeverTold() {
    Store store = Store.at(place.url() + "?sslpassword=hush", "nobody-known", "open-sesame");
    try (SqlJournal journal = SqlJournal.of(store)) {
      assertThatThrownBy(journal::held)
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("cannot be used")
          .hasMessageContaining("see user and password in the setting db")
          .satisfies(e -> assertThat(Stack.of(e)).doesNotContain("nobody-known", "sesame", "hush"));
    }
  }

  @Test
  void aServerThatIsNotThereIsTold() {
    try (SqlJournal journal =
        SqlJournal.of(Store.at("jdbc:postgresql://127.0.0.1:1/ebb", "ebb", "open-sesame"))) {
      assertThatThrownBy(journal::held)
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("the journal in postgresql://127.0.0.1:1/ebb cannot be used")
          .hasMessageContaining("see that the server of the setting db runs");
    }
  }

  @Test
  void aDatabaseOfANewerVersionIsRefused() throws Exception {
    try (Database database = Database.open(store(), Durability.CRASH)) {
      database.transact(db -> db.update("UPDATE ebb_format SET number = 99"));
    }
    assertThatThrownBy(() -> journal().held())
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("newer version of Ebb: format 99")
        .hasMessageEndingWith("update Ebb on this machine");
  }

  @Test
  void callsAreCountedTogether() {
    List<String> warnings = new ArrayList<>();
    try (SharedLedger one = new SharedLedger(store(), "key", warnings::add);
        SharedLedger other = new SharedLedger(store(), "key", warnings::add)) {
      assertThat(one.book(NOON, 3, 5)).isEqualTo(3);
      assertThat(other.book(LATER, 3, 5)).isEqualTo(2);
      assertThat(one.used(LATER)).isEqualTo(5);
      assertThat(one.freeAt(LATER, 5)).contains(NOON.plus(CallLedger.WINDOW));
      one.giveBack(NOON, 1);
      assertThat(other.used(LATER)).isEqualTo(4);
      one.holdUntil(LATER.plusSeconds(9));
      other.holdUntil(LATER.plusSeconds(5));
      assertThat(other.freeAt(LATER, 9)).contains(LATER.plusSeconds(9));
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void connectionsThatBeginAtOnceGetDifferentIds() {
    SqlJournal one = journal();
    SqlJournal other = journal();
    Lease first = one.begin(new Entry.Began(NOON, Plans.of("1", 1), "alice"), null);
    Lease second = other.begin(new Entry.Began(NOON, Plans.of("2", 2), "alice"), null);

    assertThat(Set.of(first.run(), second.run())).hasSize(2);
    assertThat(one.heldBefore(second.run())).containsExactly("cln-1");
  }
}
