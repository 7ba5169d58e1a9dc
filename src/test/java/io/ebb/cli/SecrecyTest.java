package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.settings.Environment;
import io.ebb.settings.Overrides;
import io.ebb.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What of that which is typed may be written down.
final class SecrecyTest {
  private final Secrecy secrecy =
      Secrecy.of(
          Settings.look(
              new Environment(
                  Map.of(
                      "QINGCLOUD_ACCESS_KEY", "QYACCESSKEY", "QINGCLOUD_SECRET_KEY", "hush-hush"),
                  Path.of("/nowhere")),
              Overrides.none()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 'hush-hush'",
        "log('QYACCESSKEY')",
        "const password = 'x'",
        "db_password: str = 'x'",
        "o = {\"api-key\": 'x'}",
        "o['secret'] = 'x'",
        "pwd = 'x'",
        "login(user, token='x')",
        ":load backup.js --db-password hunter2",
        ":load backup.js --token=hunter2",
        ":resume last --secret 'hunter2'",
        "h = 'Authorization: Bearer abcdefgh1234'",
        "k = 'ZaQ12wsxCDe34rfvBGT56yhnMJU78ik9'",
      })
  void whatHoldsASecretIsNotKept(String text) {
    assertThat(secrecy.allows(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c = ehpc.cluster('ehpc-8jqdq0mz')",
        "c.retire('node[1-40,55]', {batch: 'all', drain: '3h'}).apply()",
        "for (const token of tokens) log(token)",
        ":load backup.js --db-password @key.txt --cluster ehpc-8jqdq0mz",
        "basic = c.nodes().idle()",
        ":resume r-2026-11-22-001",
        "plan.digest == '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'",
        "nodesThatHaveBeenIdleForMoreThanAnHour = c.nodes().idle('1h')",
      })
  void whatHoldsNoneIs(String text) {
    assertThat(secrecy.allows(text)).isTrue();
  }
}
