package io.ebb.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.settings.Environment.Stream;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {
  private static final Path HOME = Path.of("/home/li");

  @Test
  void foldersFollowTheXdgRules() {
    assertThat(with().configFolder()).isEqualTo(HOME.resolve(".config/ebb"));
    assertThat(with("XDG_CONFIG_HOME", "/var/st").configFolder()).isEqualTo(Path.of("/var/st/ebb"));
    assertThat(with("XDG_CONFIG_HOME", "relative").configFolder())
        .isEqualTo(HOME.resolve(".config/ebb"));
  }

  @Test
  void widthIsTakenFromColumns() {
    assertThat(with("COLUMNS", "80").columns()).hasValue(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "wide", "99999999999"})
  void uselessWidthCountsAsUnknown(String columns) {
    assertThat(with("COLUMNS", columns).columns()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void launcherSaysWhichStreamsAreTerminals() {
    Environment errorOnly = with("EBB_TTY", "2");
    assertThat(errorOnly.terminal(Stream.ERROR)).isTrue();
    assertThat(errorOnly.terminal(Stream.OUTPUT)).isFalse();
    assertThat(with("EBB_TTY", "").terminal(Stream.INPUT)).isFalse();
  }

  @Test
  void buildServerIsKnownByCi() {
    assertThat(with("CI", "true").ci()).isTrue();
    assertThat(with("CI", "false").ci()).isFalse();
    assertThat(with().ci()).isFalse();
  }

  @Test
  void realEnvironmentHasAHome() {
    assertThat(Environment.system().home()).isAbsolute();
  }

  private static Environment with(String... variable) {
    return new Environment(
        variable.length == 0 ? Map.of() : Map.of(variable[0], variable[1]), HOME);
  }
}
