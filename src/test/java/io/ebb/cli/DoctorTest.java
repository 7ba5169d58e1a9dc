package io.ebb.cli;

import static io.ebb.cli.Shell.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.Credentials;
import io.ebb.api.RawServer;
import io.ebb.cli.Shell.Result;
import io.ebb.sim.Call;
import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import io.ebb.text.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `ebb doctor` finds what is wrong, says how to mend it, and gives nothing away.
final class DoctorTest {
  private static final String[] CHECKS = {
    "settings",
    "files",
    "state",
    "address",
    "connection",
    "tls",
    "service",
    "signature",
    "clock",
    "zone",
    "quota",
    "clusters",
    "nodes",
    "queues",
    "jobs",
    "operations"
  };

  @TempDir private Path folder;

  private final Simulator simulator = serve(SimOptions.defaults());
  private final Shell shell = Shell.with(simulator);

  private static Simulator serve(SimOptions options) {
    return Simulator.start(Scenario.standard(), options);
  }

  private static SimOptions ahead(Duration span) {
    return SimOptions.defaults().withWall(Clock.offset(Clock.systemUTC(), span));
  }

  @AfterEach
  void nothingWasChanged() {
    assertThat(simulator.calls())
        .extracting(Call::path)
        .allMatch(path -> path.matches(".*/(list|listNodes|getQueueList|operation)"));
    simulator.close();
  }

  // --- nothing to mend

  @Test
  void rightSettingsAreFineInAHandfulOfCalls() {
    Result result = uncounted(shell).run("doctor");
    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("secret-access-key  ****", "QINGCLOUD_SECRET_KEY")
        .contains("1: " + CLUSTER, "34 can be listed")
        .contains("5 of 2000 calls used")
        .endsWith("\nall is well · 5 calls\n");
    assertThat(simulator.calls()).hasSize(5);
  }

  @Test
  void checksStandInTheOrderOfTheirDependence() {
    JsonNode report = shell.run("doctor", "-o", "json").json();
    assertThat(texts(report.path("checks"), "name")).containsExactly(CHECKS);
    assertThat(texts(report.path("checks"), "state")).containsOnly("ok");
    assertThat(report.path("calls").asInt()).isEqualTo(5);
  }

  @Test
  void settingsAreListedWithTheirOriginAndMasked() {
    JsonNode settings = shell.run("doctor", "-o", "yaml", "--zone", "jn1b").yaml().path("settings");
    assertThat(texts(settings, "name"))
        .startsWith("profile", "endpoint", "access-key-id", "secret-access-key", "zone", "owner");
    assertThat(setting(settings, "zone")).containsExactly("jn1b", "option --zone");
    assertThat(setting(settings, "secret-access-key"))
        .containsExactly("****", "environment variable QINGCLOUD_SECRET_KEY");
    assertThat(setting(settings, "calls-per-hour")).containsExactly("2000", "built in");
    assertThat(setting(settings, "access-key-id"))
        .startsWith(new Credentials(simulator.accessKey(), simulator.secretKey()).maskedId());
  }

  @Test
  void quotaIsTheOneOfTheSettings() {
    assertThat(uncounted(shell).set("EBB_CALLS_PER_HOUR", "40").run("doctor").out())
        .contains(
            "ok       quota       5 of 40 calls used in the last hour, 35 left, 2 of them in reserve"
                + " for runs; retiring one node takes about 14 calls\n");
    try (Simulator other = serve(SimOptions.defaults())) {
      assertThat(uncounted(Shell.with(other)).set("EBB_CALLS_PER_HOUR", "5").run("doctor").out())
          .contains(
              "warning  quota       5 of 5 calls used", "about 14 calls: too few", "mend: wait");
    }
  }

  @Test
  void simulatedServiceNeedsNoSettings() {
    Result result = Shell.bare().run("doctor", "--sim");
    assertThat(result.exit()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("zone               jn1a", "--sim", "all is well");
  }

  @Test
  void oneOfSeveralClustersMustBeChosen() throws IOException {
    Path world =
        Files.writeString(
            folder.resolve("two.yaml"),
            """
            clusters:
              - id: ehpc-1
                nodes: [{role: controller, serials: 1}]
              - id: ehpc-2
                nodes: [{role: controller, serials: 1}]
            """);
    Result none = Shell.bare().run("doctor", "--sim=" + world);
    assertThat(none.exit()).isEqualTo(ExitCode.DONE);
    assertThat(none.out())
        .contains("2: ehpc-1", "ehpc-2")
        .contains("skipped  nodes, queues, jobs, operations: say which cluster", "--cluster ID");
    assertThat(Shell.bare().run("doctor", "--sim=" + world, "-c", "ehpc-2").out())
        .contains("ok       nodes       1 can be listed");
  }

  // --- settings

  @Test
  void missingSettingsAreToldBesideWhatCanBeReached() {
    Report report =
        Report.of(Shell.bare().set("EBB_ENDPOINT", simulator.endpoint().toString()), "doctor");
    report
        .endsWith(ExitCode.USAGE)
        .failed("settings", "access-key-id is not set", "set QINGCLOUD_ACCESS_KEY, or qy_access_");
    assertThat(report.screen())
        .contains("zone is not set", "secret-access-key is not set", "config.yaml")
        .contains("ok       connection", "skipped  service, signature");
    assertThat(simulator.calls()).isEmpty();
  }

  @Test
  void brokenConfigurationFileDoesNotHideTheRest() throws IOException {
    own("profiles:\n  prod: [\n");
    Report report = Report.of(configured(), "doctor");
    report
        .endsWith(ExitCode.USAGE)
        .failed("settings", "config.yaml, line 2, column", "write each key once");
    assertThat(report.screen()).contains("ok       signature", "ok       nodes");
  }

  @Test
  void wrongValuesAreToldOneByOne() throws IOException {
    own(
        """
        profiles:
          prod: {calls-per-hour: 0, delete-key: nodes, zoen: x, protected: ["@role:login"]}
        """);
    Report report = Report.of(configured(), "doctor");
    report.endsWith(ExitCode.USAGE).failed("settings", "zoen in", "did you mean zone?");
    assertThat(report.screen())
        .contains("calls-per-hour in", "mend: write what the account may do")
        .contains("delete-key in", "must be node_ids or node_list")
        .contains("protected holds a set that cannot be read", "mend: write names and ranges")
        .contains("ok       nodes");
  }

  @Test
  void endpointThatIsNoAddressIsNotReplacedByTheBuiltInOne() {
    Report report = Report.of(shell, "doctor", "--endpoint", "nonsense");
    report
        .endsWith(ExitCode.USAGE)
        .failed("settings", "--endpoint is not an address", "write scheme and host");
    assertThat(report.screen()).contains("skipped  address, connection, tls: the endpoint is no");
  }

  @Test
  void keyFileThatOthersCanReadIsAWarning() throws IOException {
    Path file = own("profiles: {prod: {secret-access-key: " + simulator.secretKey() + "}}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Report report = Report.of(configured(), "doctor");
    report
        .endsWith(ExitCode.DONE)
        .found("files", "warning", "others can read it", "chmod 600 " + file);
    assertThat(report.screen()).endsWith("0 failed, 1 warning, 0 skipped · 5 calls\n");
  }

  // --- the way to the service

  @Test
  void closedPortIsToldApartFromEverythingElse() {
    Report report = Report.of(shell, "doctor", "--endpoint", "http://127.0.0.1:1");
    report
        .endsWith(ExitCode.FAILED)
        .failed("connection", "nothing listens on port 1", "check host and port");
    assertThat(report.screen()).contains("skipped  service, signature", "cannot be reached");
  }

  @Test
  void unknownHostIsToldApartFromEverythingElse() {
    Report.of(shell, "doctor", "--endpoint", "https://ebb.invalid")
        .endsWith(ExitCode.FAILED)
        .failed("address", "the name ebb.invalid is not known", "check the spelling");
  }

  @Test
  void tlsToAPortWithoutItIsToldApartFromEverythingElse() {
    String https = simulator.endpoint().toString().replace("http:", "https:");
    Report.of(shell, "doctor", "--endpoint", https)
        .endsWith(ExitCode.FAILED)
        .failed("tls", "TLS", "check scheme and port");
  }

  @Test
  void certificateOfAnUnknownAuthorityIsNamed() throws IOException {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    try (MockWebServer server = new MockWebServer()) {
      server.useHttps(
          new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
      server.start();
      Report.of(shell, "doctor", "--endpoint", "https://localhost:" + server.getPort())
          .endsWith(ExitCode.FAILED)
          .failed("tls", "an authority that Java does not know", "trust store");
    }
  }

  // --- the service

  @Test
  void hostThatIsNoEhpcServiceIsToldByWhatItAnswers() throws IOException {
    String page = "<html>hello</html>";
    try (RawServer web =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(page.length(), page))) {
      Report report = Report.of(shell, "doctor", "--endpoint", web.endpoint().toString());
      report
          .endsWith(ExitCode.FAILED)
          .failed("service", "with HTML, not JSON: hello", "check the endpoint");
      assertThat(report.verbose())
          .containsPattern("GET  /cluster/list +no ret_code +\\d+ ms  #1  unreadable");
    }
  }

  @Test
  void wrongSecretIsAnAuthenticationError() {
    Report report = Report.of(shell.set("QINGCLOUD_SECRET_KEY", "NOTTHESECRET"), "doctor");
    report
        .endsWith(ExitCode.AUTHENTICATION)
        .failed("signature", "ret_code 1200", "(environment variable QINGCLOUD_SECRET_KEY)");
    assertThat(report.screen())
        .contains("ok       service", "ok       clock", "skipped  nodes, queues")
        .contains("1 failed, 0 warnings")
        .contains("· 1 call\n");
  }

  @Test
  void unknownKeyIsAnAuthenticationError() {
    Report.of(shell.set("QINGCLOUD_ACCESS_KEY", "QYWRONGKEYWRONGKEY"), "doctor")
        .endsWith(ExitCode.AUTHENTICATION)
        .failed("signature", "ret_code 1200", "QYWR…GKEY (environment variable");
  }

  @Test
  void ownerThatTheServiceWantsIsAskedForAndTheClusterLookedInto() {
    simulator.inject(Fault.every("/cluster/list", new FaultKind.RetCode(1100, "owner missing")));
    Report report = Report.of(shell.set("EBB_OWNER", ""), "doctor", "-c", CLUSTER);
    report.endsWith(ExitCode.FAILED).failed("clusters", "owner missing", "EBB_OWNER");
    assertThat(report.screen())
        .contains("ok       signature", "ok       nodes       34", "ok       operations");
  }

  @Test
  void unknownClusterIsNamedBesideTheKnownOnes() {
    Report report = Report.of(shell, "doctor", "-c", "ehpc-none");
    report.endsWith(ExitCode.FAILED).failed("nodes", "ehpc-none", "check the id and the zone");
    assertThat(report.screen())
        .contains("1: " + CLUSTER)
        .contains("skipped  queues, jobs, operations: there is no such cluster");
  }

  @Test
  void oneRefusedListDoesNotKeepFromTheOthers() {
    simulator.inject(Fault.every("/job/list", new FaultKind.RetCode(1400, "no permission")));
    Report report = Report.of(shell, "doctor");
    report.endsWith(ExitCode.FAILED).failed("jobs", "no permission", "");
    assertThat(report.screen()).contains("ok       nodes", "ok       operations");
  }

  @Test
  void usedUpQuotaIsToldAtOnce() {
    try (Simulator spent = serve(SimOptions.defaults().withCallQuota(2))) {
      Result refused = uncounted(Shell.with(spent)).run("doctor");
      assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(refused.out())
          .contains("ok       service", "failed   quota", "ret_code 2500", "mend: ")
          .contains("the quota is used up");
      Result heldBack = uncounted(Shell.with(spent)).run("doctor");
      assertThat(heldBack.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(heldBack.out())
          .contains("failed   quota", "mend: ", "service: the quota leaves no call to ask it")
          .endsWith("· 0 calls\n");
    }
  }

  // --- the clock

  @ParameterizedTest
  @CsvSource({
    "PT1H, failed, this machine is 1h behind",
    "PT-1H, failed, ahead of the service",
    "PT55S, failed, requests older than 60 s",
    "PT20S, warning, behind the service",
    "PT-20S, warning, ahead of the service",
    "PT3S, ok, behind the service"
  })
  void clockIsComparedWithTheServices(Duration span, String state, String finding) {
    try (Simulator off = serve(ahead(span))) {
      Report report = Report.of(Shell.with(off), "doctor");
      report
          .endsWith(state.equals("failed") ? ExitCode.FAILED : ExitCode.DONE)
          .found("clock", state, finding, state.equals("ok") ? "" : "NTP");
      assertThat(report.screen()).contains("ok       signature", "ok       nodes");
    }
  }

  @Test
  void clockThatCannotBeCorrectedIsAnAuthenticationError() {
    simulator.inject(Fault.every("*", new FaultKind.RetCode(1300, "expired")));
    Report.of(shell, "doctor").endsWith(ExitCode.AUTHENTICATION).failed("clock", "1300", "clock");
  }

  /// As root, `Files.isWritable` says so of anything.
  @ParameterizedTest
  @ValueSource(strings = {"/proc/ebb", "/dev/null/ebb"})
  void stateFolderThatCannotBeUsedIsAWarning(String state) {
    Report.of(shell.set("XDG_STATE_HOME", state), "doctor")
        .found("state", "warning", "cannot be used", "set XDG_STATE_HOME");
  }

  // --- the screen

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void screenFitsTheTerminal(int columns) {
    Shell terminal =
        shell.set("EBB_TTY", "12").set("TERM", "xterm").set("COLUMNS", String.valueOf(columns));
    for (String[] words : new String[][] {{"doctor"}, {"doctor", "-c", "ehpc-none", "-v"}}) {
      Result result = terminal.run(words);
      assertThat(Stream.concat(result.out().lines(), result.err().lines()))
          .extracting(line -> line.replaceAll("\033\\[\\d*m", ""))
          .filteredOn(line -> !line.contains("test-state")) // a path, as long as the checkout's is
          .allSatisfy(line -> assertThat(Line.of(line).width()).isLessThanOrEqualTo(columns));
      assertThat(result.out()).contains("\033[32m");
    }
  }

  @Test
  void namesAreThoseOfTheFailedChecks() {
    assertThat(shell.run("doctor", "-c", "ehpc-none", "-o", "name").out()).isEqualTo("nodes\n");
    assertThat(shell.run("doctor", "-o", "name").out()).isEmpty();
  }

  /// The same diagnosis three times: for people, for programs, and with every call told. [Shell]
  /// sees to it that no secret is in any of them.
  private record Report(Result plain, Result json, Result told) {

    static Report of(Shell shell, String... words) {
      return new Report(
          shell.run(words), more(shell, words, "-o", "json"), more(shell, words, "-v"));
    }

    private static Result more(Shell shell, String[] words, String... options) {
      List<String> all = new ArrayList<>(List.of(words));
      all.addAll(List.of(options));
      return shell.run(all.toArray(String[]::new));
    }

    String screen() {
      return plain.out();
    }

    String verbose() {
      return told.err();
    }

    Report endsWith(int code) {
      assertThat(List.of(plain.exit(), json.exit(), told.exit())).containsOnly(code);
      return this;
    }

    Report failed(String name, String finding, String mend) {
      return found(name, "failed", finding, mend);
    }

    /// The first check of that name, in both forms.
    Report found(String name, String state, String finding, String mend) {
      JsonNode check =
          json.json()
              .path("checks")
              .valueStream()
              .filter(each -> each.path("name").asString().equals(name))
              .findFirst()
              .orElseThrow();
      assertThat(check.path("state").asString()).isEqualTo(state);
      assertThat(check.path("finding").asString()).contains(finding);
      assertThat(check.path("mend").asString()).contains(mend);
      assertThat(check.path("mend").asString().isEmpty()).isEqualTo(state.equals("ok"));
      assertThat(screen()).contains("%-7s  %-10s".formatted(state, name)).contains(finding);
      assertThat(screen()).contains(state.equals("ok") ? "" : "mend: ");
      return this;
    }
  }

  private Path own(String yaml) throws IOException {
    Files.createDirectories(folder.resolve("ebb"));
    Path file = Files.writeString(folder.resolve("ebb/config.yaml"), yaml);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  /// One whose calls nobody has counted yet.
  private Shell uncounted(Shell shell) {
    return shell.set("XDG_STATE_HOME", folder.toString());
  }

  private Shell configured() {
    return shell.set("XDG_CONFIG_HOME", folder.toString());
  }

  private static List<String> texts(JsonNode list, String key) {
    return list.valueStream().map(each -> each.path(key).asString()).toList();
  }

  private static List<String> setting(JsonNode settings, String name) {
    return settings
        .valueStream()
        .filter(each -> each.path("name").asString().equals(name))
        .flatMap(each -> Stream.of(each.path("value").asString(), each.path("origin").asString()))
        .toList();
  }
}
