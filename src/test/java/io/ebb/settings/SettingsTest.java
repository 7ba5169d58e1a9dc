package io.ebb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  private static final String SECRET = "s3cr3t-t0p";

  @TempDir Path home;

  @Nested
  final class Layers {
    @Test
    void endpointIsBuiltInAndTheZoneHasNoDefault() {
      Settings settings = load();
      assertThat(settings.endpoint())
          .isEqualTo(
              new Setting<>(URI.create("https://hpc-api.qingcloud.com"), new Origin.BuiltIn()));
      assertThat(settings.zone()).isEmpty();
      assertThat(settings.owner()).isEmpty();
      assertThat(settings.profile()).isEmpty();
    }

    @Test
    void sharedFileGivesKeysAndZoneAndNothingElse() {
      Path file =
          shared(
              """
              qy_access_key_id: ABC
              qy_secret_access_key: %s
              zone: jn1a
              host: api.qingcloud.com
              port: 443
              protocol: https
              uri: /iaas
              """
                  .formatted(SECRET));
      Settings settings = load();
      assertThat(settings.connection().secretAccessKey().reveal()).isEqualTo(SECRET);
      assertThat(settings.accessKeyId())
          .contains(new Setting<>("ABC", new Origin.InFile(file, "qy_access_key_id")));
      assertThat(settings.endpoint().origin()).isEqualTo(new Origin.BuiltIn());
    }

    @Test
    void profileWinsOverTheSharedFile() {
      shared("zone: jn1a");
      Path file = own("profiles: {lab: {zone: jinan1, owner: usr-1}}");
      Settings settings = load();
      assertThat(settings.zone())
          .contains(new Setting<>("jinan1", new Origin.InFile(file, "profiles.lab.zone")));
      assertThat(settings.owner()).map(Setting::value).contains("usr-1");
    }

    @Test
    void environmentWinsOverFiles() {
      shared("zone: jn1a");
      own("profiles: {lab: {zone: jinan1, endpoint: 'https://a.example'}}");
      Settings settings =
          load(Map.of("QINGCLOUD_ZONE", "env", "EBB_ENDPOINT", "https://b.example/"));
      assertThat(settings.zone())
          .contains(new Setting<>("env", new Origin.Variable("QINGCLOUD_ZONE")));
      assertThat(settings.endpoint().value()).isEqualTo(URI.create("https://b.example"));
    }

    @Test
    void optionWinsOverTheEnvironment() {
      Settings settings =
          load(Map.of("QINGCLOUD_ZONE", "env"), new Overrides(null, "option", null));
      assertThat(settings.zone()).contains(new Setting<>("option", new Origin.Option("--zone")));
    }

    @Test
    void blankVariableCountsAsNotSet() {
      shared("zone: jn1a");
      assertThat(load(Map.of("QINGCLOUD_ZONE", " ")).zone()).map(Setting::value).contains("jn1a");
    }

    @Test
    void configurationIsFoundWhereXdgSays() throws IOException {
      Path folder = Files.createDirectories(home.resolve("elsewhere/ebb"));
      Files.writeString(folder.resolve("config.yaml"), "profiles: {x: {zone: there}}");
      Settings settings = load(Map.of("XDG_CONFIG_HOME", home.resolve("elsewhere").toString()));
      assertThat(settings.zone()).map(Setting::value).contains("there");
    }
  }

  @Nested
  final class Profiles {
    private static final String TWO =
        """
        default-profile: lab
        profiles:
          lab: {zone: jn1a}
          prod:
            zone: jinan1
            limits: {keep-per-queue: 2, percent-per-run: 25}
            protected: ["node[1-2]", "@role:login"]
            production: true
        """;

    @Test
    void fileNamesItsDefault() {
      Path file = own(TWO);
      assertThat(load().profile())
          .contains(new Setting<>("lab", new Origin.InFile(file, "default-profile")));
      assertThat(load().limits()).isEqualTo(new ConfiguredLimits(null, null, null, null));
      assertThat(load().protectedNodes()).isEmpty();
    }

    @Test
    void variableAndOptionChooseAnother() {
      own(TWO);
      Map<String, String> variable = Map.of("EBB_PROFILE", "prod");
      assertThat(load(variable).zone()).map(Setting::value).contains("jinan1");
      assertThat(load(variable, new Overrides(null, null, "lab")).zone())
          .map(Setting::value)
          .contains("jn1a");
    }

    @Test
    void profileSetsLimitsAndProtectsNodes() {
      own(TWO);
      Settings settings = load(Map.of("EBB_PROFILE", "prod"));
      assertThat(settings.limits()).isEqualTo(new ConfiguredLimits(2, null, null, 25));
      assertThat(settings.protectedNodes()).containsExactly("node[1-2]", "@role:login");
    }

    @Test
    void profileIsOneOfProductionWhereItSaysSo() {
      own(TWO);
      assertThat(load().production()).isFalse();
      assertThat(load(Map.of("EBB_PROFILE", "prod")).production()).isTrue();
    }

    @Test
    void unknownProfileIsRefusedWithASuggestion() {
      Path file = own(TWO);
      assertThatThrownBy(() -> load(Map.of(), new Overrides(null, null, "prd")))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(
              "option --profile names the profile prd, which is not among the profiles in "
                  + file
                  + ": did you mean prod?");
    }

    @Test
    void profileWhereThereAreNoneIsRefusedWithWhatToDo() {
      assertThatThrownBy(() -> load(Map.of(), new Overrides(null, null, "prd")))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("there are none: write one below the key profiles, or name none");
    }

    @Test
    void choiceAmongSeveralMustBeMade() {
      own("profiles: {lab: {}, prod: {}}");
      assertThatThrownBy(SettingsTest.this::load)
          .hasMessageContaining("no profile is chosen")
          .hasMessageContaining("lab, prod");
    }
  }

  @Nested
  final class Spellings {
    @Test
    void serviceIsAsDocumentedUnlessSaidOtherwise() {
      assertThat(load().callsPerHour()).isEqualTo(new Setting<>(2000, new Origin.BuiltIn()));
      assertThat(load().deleteKey())
          .isEqualTo(new Setting<>(DeleteKey.NODE_IDS, new Origin.BuiltIn()));
      assertThat(load().zoneId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000", "'3000'"})
    void profileSetsThemAndTheyReachTheConnection(String calls) {
      shared("{qy_access_key_id: ABC, qy_secret_access_key: X, zone: jn1a}");
      Path file =
          own(
              "profiles: {p: {calls-per-hour: %s, delete-key: node_list, zone-id: jinan1}}"
                  .formatted(calls));
      assertThat(load().callsPerHour().origin())
          .isEqualTo(new Origin.InFile(file, "profiles.p.calls-per-hour"));
      Connection connection = load().connection();
      assertThat(connection.callsPerHour()).isEqualTo(3000);
      assertThat(connection.deleteKey()).isEqualTo(DeleteKey.NODE_LIST);
      assertThat(connection.zoneId()).isEqualTo("jinan1");
    }

    @Test
    void environmentWinsOverTheProfile() {
      own("profiles: {p: {calls-per-hour: 3000}}");
      assertThat(load(Map.of("EBB_CALLS_PER_HOUR", "1")).callsPerHour())
          .isEqualTo(new Setting<>(1, new Origin.Variable("EBB_CALLS_PER_HOUR")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "many", "9999999999"})
    void callsPerHourMustBeACount(String calls) {
      assertThatThrownBy(() -> load(Map.of("EBB_CALLS_PER_HOUR", calls)))
          .hasMessageContaining("EBB_CALLS_PER_HOUR must be a whole number from 1 on");
      own("profiles: {p: {calls-per-hour: %s}}".formatted(calls));
      assertThatThrownBy(SettingsTest.this::load).hasMessageContaining("calls-per-hour in");
    }

    @Test
    void deleteKeyMustBeOneOfTwo() {
      assertThatThrownBy(() -> load(Map.of("EBB_DELETE_KEY", "nodes")))
          .hasMessageContaining("EBB_DELETE_KEY must be node_ids or node_list");
    }
  }

  @Nested
  final class Looking {
    @Test
    void whatCanBeUsedIsThereBesideWhatCannot() {
      shared("zone: [");
      own("profiles: {lab: {owner: usr-1, endpoint: nonsense}}");
      Settings settings = Settings.look(new Environment(Map.of(), home), Overrides.none());
      assertThat(settings.problems()).hasSize(2);
      assertThat(settings.owner()).map(Setting::value).contains("usr-1");
      assertThat(settings.address()).isEmpty();
    }

    @Test
    void unreadableFileIsNotBlamedForItsProfiles() {
      own("profiles: [");
      Environment environment = new Environment(Map.of("EBB_PROFILE", "lab"), home);
      assertThat(Settings.look(environment, Overrides.none()).problems()).hasSize(1);
    }

    @Test
    void listHasEverySettingAndGivesNoneAway() {
      shared("{qy_access_key_id: QYACCESSKEYIDEXAMPLE, qy_secret_access_key: " + SECRET + "}");
      Path file = own("profiles: {lab: {limits: {keep-per-queue: 2}, protected: [a, b]}}");
      List<ListedSetting> list = load().list();
      assertThat(list)
          .extracting(ListedSetting::name)
          .contains("profile", "zone", "delete-key", "limits.nodes-per-run", "protected");
      assertThat(list)
          .filteredOn(setting -> setting.value() != null)
          .extracting(ListedSetting::value)
          .contains("QYAC…MPLE", "****", "a, b", "2", "2000", "node_ids");
      assertThat(list)
          .extracting(ListedSetting::origin)
          .contains(new Origin.InFile(file, "profiles.lab.limits.keep-per-queue"));
      assertThat(list).filteredOn(ListedSetting::missing).hasSize(1);
      assertThat(list.toString()).doesNotContain(SECRET);
    }

    @Test
    void theDatabaseIsListedWithoutItsUserAndPassword() {
      own("profiles: {lab: {db: 'postgres://ann:open-sesame@db.example/ebb'}}");
      Settings settings = load();

      assertThat(settings.database().orElseThrow().value().password())
          .extracting(Secret::reveal)
          .isEqualTo("open-sesame");
      assertThat(settings.list())
          .filteredOn(setting -> setting.name().equals("db"))
          .extracting(ListedSetting::value)
          .containsExactly("postgresql://****@db.example/ebb");
      assertThat(settings.list().toString()).doesNotContain("zoe", "sesame");
    }

    @Test
    void aDatabaseThatIsNoneIsAProblemThatGivesNothingAway() {
      Overrides wrong = new Overrides(null, null, null, "mysql://zoe:open-sesame@db/ebb");

      assertThat(wrong.toString()).doesNotContain("zoe", "sesame");
      assertThatThrownBy(() -> load(Map.of("EBB_DB", "postgres://db/ebb"), wrong))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("--db is no address of a PostgreSQL database")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("zoe", "sesame"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "ABCDEFGHIJK"})
    void shortKeyIdIsNotShownAtAll(String id) {
      assertThat(load(Map.of("QINGCLOUD_ACCESS_KEY", id)).list())
          .filteredOn(setting -> setting.name().equals("access-key-id"))
          .extracting(ListedSetting::value)
          .containsExactly("…");
    }
  }

  @Nested
  final class Problems {
    @Test
    void everythingMissingIsListedWithWhereToSetIt() {
      Path shared = home.resolve(".qingcloud/config.yaml");
      Path own = home.resolve(".config/ebb/config.yaml");
      assertThatThrownBy(() -> load().connection())
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              """
              Settings are missing:
                access-key-id: set QINGCLOUD_ACCESS_KEY, or qy_access_key_id in %1$s, or access-key-id in a profile of %2$s
                secret-access-key: set QINGCLOUD_SECRET_KEY, or qy_secret_access_key in %1$s, or secret-access-key in a profile of %2$s
                zone: set --zone, or QINGCLOUD_ZONE, or zone in %1$s, or zone in a profile of %2$s\
              """
                  .formatted(shared, own));
    }

    @Test
    void unknownKeysAndWrongValuesAreReportedTogether() {
      Path file =
          own(
              """
              profile: x
              profiles:
                lab: {zoen: jn1a, zone: 1, endpoint: "ftp://x", protected: node1,
                      production: "yes",
                      limits: {keep-per-queue: -1, percent-per-run: 101, keep: 1}}
              """);
      assertThatThrownBy(SettingsTest.this::load)
          .hasMessageContainingAll(
              "profile in " + file + " is not a setting: did you mean profiles?",
              "profiles.lab.zoen in " + file + " is not a setting: did you mean zone?",
              "profiles.lab.zone in " + file + " must be text",
              "profiles.lab.endpoint in " + file + " is not an address",
              "profiles.lab.protected in " + file + " must be a list",
              "profiles.lab.production in " + file + " must be true or false",
              "profiles.lab.limits.keep-per-queue in " + file + " must be a whole number",
              "profiles.lab.limits.percent-per-run in " + file + " must be a whole number",
              "profiles.lab.limits.keep in " + file + " is not a setting: known here: keep-per-");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "hpc-api.qingcloud.com",
          "https://",
          "https://user:pw@a.example",
          "https://a.example/api",
          "https://a.example?x=1",
          "https://a b"
        })
    void endpointMustBeSchemeAndHost(String address) {
      assertThatThrownBy(() -> load(Map.of("EBB_ENDPOINT", address)))
          .hasMessageContaining(
              "environment variable EBB_ENDPOINT is not an address: write scheme and host");
    }

    @Test
    void malformedFileIsNamedWithItsLine() {
      Path file = shared("zone: jn1a\nqy_access_key_id: [\n");
      assertThatThrownBy(SettingsTest.this::load)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(file + ", line 2, column ")
          .hasMessageContaining("not valid YAML");
    }

    @Test
    void keyWrittenTwiceIsMalformed() {
      Path file = shared("zone: jn1a\nzone: jinan1\n");
      assertThatThrownBy(SettingsTest.this::load).hasMessageContaining(file + ", line 2");
    }

    @Test
    void fileMustHoldAMapping() {
      Path file = shared("- zone");
      assertThatThrownBy(SettingsTest.this::load).hasMessageContaining(file + " must be a mapping");
    }

    @Test
    void fileThatCannotBeReadIsNamed() throws IOException {
      Path file = Files.createDirectories(home.resolve(".qingcloud/config.yaml"));
      assertThatThrownBy(SettingsTest.this::load).hasMessageContaining(file + " cannot be read");
    }

    @Test
    void emptyFileIsNoProblem() {
      shared("# nothing yet\n");
      own("");
      assertThat(load().zone()).isEmpty();
    }
  }

  @Nested
  final class Secrets {
    @Test
    void secretIsNeverPrinted() {
      Settings settings =
          load(
              Map.of(
                  "QINGCLOUD_ACCESS_KEY", "ABC",
                  "QINGCLOUD_SECRET_KEY", SECRET,
                  "QINGCLOUD_ZONE", "jn1a"));
      assertThat(settings.connection().secretAccessKey().reveal()).isEqualTo(SECRET);
      assertThat(settings.connection().toString()).contains("****").doesNotContain(SECRET);
      assertThat(settings.secretAccessKey().toString()).contains("****").doesNotContain(SECRET);
      Environment environment = new Environment(Map.of("A", SECRET), home);
      assertThat(List.of(settings, environment).toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "qy_secret_access_key: '" + SECRET,
          "qy_secret_access_key: @" + SECRET,
          "qy_secret_access_key: a: " + SECRET,
          "qy_secret_access_key: [" + SECRET + "]",
          "qy_secret_access_key " + SECRET,
        })
    void malformedFileDoesNotGiveItsSecretAway(String text) {
      shared(text);
      assertThatThrownBy(SettingsTest.this::load)
          .isInstanceOf(SettingsException.class)
          .satisfies(e -> assertThat(everythingAbout(e)).doesNotContain(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--"})
    void keyFileThatOthersReadIsWarnedAbout(String permissions) throws IOException {
      Path file = shared("qy_secret_access_key: " + SECRET);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      assertThat(load().warnings())
          .containsExactly(
              new Problem(
                  file + " holds a secret key and others can read it", "chmod 600 " + file));
    }

    @Test
    void profileWithAKeyIsWarnedAboutToo() throws IOException {
      Path file = own("profiles: {lab: {secret-access-key: " + SECRET + "}}");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      assertThat(load().warnings()).hasSize(1);
    }

    @Test
    void privateKeyFileAndFileWithoutAKeyAreFine() throws IOException {
      Path file = shared("qy_secret_access_key: " + SECRET);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      Path other = own("profiles: {lab: {zone: jn1a}}");
      Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));
      assertThat(load().warnings()).isEmpty();
    }

    private static String everythingAbout(Throwable e) {
      var text = new StringWriter();
      e.printStackTrace(new PrintWriter(text));
      return text.toString();
    }
  }

  private Settings load() {
    return load(Map.of());
  }

  private Settings load(Map<String, String> variables) {
    return load(variables, Overrides.none());
  }

  private Settings load(Map<String, String> variables, Overrides overrides) {
    return Settings.load(new Environment(variables, home), overrides);
  }

  private Path shared(String yaml) {
    return write(home.resolve(".qingcloud/config.yaml"), yaml);
  }

  private Path own(String yaml) {
    return write(home.resolve(".config/ebb/config.yaml"), yaml);
  }

  private static Path write(Path file, String yaml) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
