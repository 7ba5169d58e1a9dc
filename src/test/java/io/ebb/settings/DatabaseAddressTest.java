package io.ebb.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://ann:open%20sesame@db.example:5433/ebb?sslmode=require",
        "postgresql://ann:open%20sesame@db.example:5433/ebb?sslmode=require",
        "jdbc:postgresql://db.example:5433/ebb?user=ann&password=open%20sesame&sslmode=require",
      })
  void readsEachWayToWriteIt(String text) {
    DatabaseAddress address = DatabaseAddress.parse(text).orElseThrow();

    assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:5433/ebb?sslmode=require");
    assertThat(address.user()).extracting(Secret::reveal).isEqualTo("ann");
    assertThat(address.password()).extracting(Secret::reveal).isEqualTo("open sesame");
    assertThat(address).hasToString("postgresql://****@db.example:5433/ebb");
  }

  @Test
  void userAndPasswordMayBeMissing() {
    DatabaseAddress address = DatabaseAddress.parse("postgres://db.example/ebb").orElseThrow();

    assertThat(address.user()).isNull();
    assertThat(address.password()).isNull();
    assertThat(address).hasToString("postgresql://db.example/ebb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://db/ebb",
        "db.example",
        "postgres://db.example",
        "postgres:// /x",
        "jdbc:"
      })
  void refusesWhatIsNone(String text) {
    assertThat(DatabaseAddress.parse(text)).isEmpty();
  }
}
