package io.ebb.cli;

import io.ebb.api.AuthException;
import io.ebb.api.Budget;
import io.ebb.api.EhpcException;
import io.ebb.api.QuotaException;
import io.ebb.cluster.Cluster;
import io.ebb.settings.ListedSetting;
import io.ebb.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the answers of the service say about the settings, this machine and the account.
final class ServiceChecks {
  private static final Duration WORTH_A_WARNING = Duration.ofSeconds(10);
  private static final Duration NEARLY_REFUSED = Duration.ofSeconds(50);
  private static final int EXPIRED = 1300;
  private static final int FIRST_FAULT_OF_THE_SERVICE = 5000;
  private static final int SHOWN_CLUSTERS = 5;

  private final Inquiry inquiry;
  private final Map<String, ListedSetting> used;

  private ServiceChecks(Inquiry inquiry, List<ListedSetting> used) {
    this.inquiry = inquiry;
    this.used = used.stream().collect(Collectors.toMap(ListedSetting::name, Function.identity()));
  }

  /// The checks.
  ///
  /// @param used the settings that were asked with
  static List<Check> of(Inquiry inquiry, List<ListedSetting> used) {
    ServiceChecks service = new ServiceChecks(inquiry, used);
    List<Check> checks = new ArrayList<>();
    checks.add(service.service());
    checks.add(service.signature());
    checks.add(service.clock());
    checks.add(service.zone());
    checks.add(service.quota());
    checks.add(service.clusters());
    inquiry.lists().forEach((name, answer) -> checks.add(list(name, answer)));
    return checks;
  }

  /// The same checks, all of them skipped.
  static List<Check> skipped(String why) {
    return Stream.of(
            "service",
            "signature",
            "clock",
            "zone",
            "quota",
            "clusters",
            "nodes",
            "queues",
            "jobs",
            "operations")
        .map(name -> Check.skipped(name, why))
        .toList();
  }

  private Check service() {
    if (heard()) {
      return Check.ok("service", "answers as the EHPC API does");
    }
    EhpcException why = inquiry.failures().getFirst();
    return why instanceof QuotaException
        ? Check.skipped("service", "the quota leaves no call to ask it")
        : failed("service", why);
  }

  /// Whether any reply was one of the API.
  private boolean heard() {
    return inquiry.anyGiven() || inquiry.failures().stream().anyMatch(why -> why.code() != 0);
  }

  private Check signature() {
    if (inquiry.anyGiven()) {
      return Check.ok("signature", "key and secret are accepted");
    }
    EhpcException why = inquiry.failures().getFirst();
    if (why instanceof AuthException && why.code() != 0 && why.code() != EXPIRED) {
      return Check.failed("signature", String.valueOf(why.getMessage()), keyMend())
          .endingWith(ExitCode.AUTHENTICATION);
    }
    boolean passed = why.code() > EXPIRED && why.code() < FIRST_FAULT_OF_THE_SERVICE;
    return passed
        ? Check.ok("signature", "key and secret are accepted")
        : Check.skipped("signature", "no answer that tells");
  }

  /// A key of one source and a secret of another are the usual mistake.
  private String keyMend() {
    ListedSetting key = setting("access-key-id");
    ListedSetting secret = setting("secret-access-key");
    return "compare key %s (%s) and its secret (%s) with those of the console: both of one pair?"
        .formatted(key.value(), key.origin(), secret.origin());
  }

  private ListedSetting setting(String name) {
    return Objects.requireNonNull(used.get(name), name);
  }

  private String zoneId() {
    return String.valueOf(setting("zone").value());
  }

  private Check clock() {
    Optional<EhpcException> expired =
        inquiry.failures().stream().filter(why -> why.code() == EXPIRED).findFirst();
    if (expired.isPresent()) {
      return failed("clock", expired.get());
    }
    return inquiry
        .api()
        .clockSeen()
        .filter(_ -> heard())
        .map(ServiceChecks::clock)
        .orElseGet(() -> Check.skipped("clock", "no answer that tells"));
  }

  private static Check clock(Duration serviceAhead) {
    Duration off = serviceAhead.abs();
    String by =
        "this machine is %s %s the service"
            .formatted(Durations.format(off), serviceAhead.isNegative() ? "ahead of" : "behind");
    String mend = "set the clock of this machine, best by NTP";
    if (off.compareTo(NEARLY_REFUSED) >= 0) {
      return Check.failed(
          "clock", by + "; requests older than 60 s are refused, Ebb corrects itself once", mend);
    }
    return off.compareTo(WORTH_A_WARNING) >= 0
        ? Check.warning("clock", by + "; from 60 s on requests are refused", mend)
        : Check.ok("clock", off.isZero() ? "agrees with the service's" : by);
  }

  private Check zone() {
    boolean somethingThere =
        inquiry.lists().values().stream().anyMatch(Answer.Given.class::isInstance);
    return switch (inquiry.clusters()) {
      case Answer.Given<List<Cluster>>(var found) when found.isEmpty() && !somethingThere ->
          Check.warning("zone", "nothing is visible in zone " + zoneId(), zoneMend());
      case Answer.Given<List<Cluster>> _ -> Check.ok("zone", "clusters are visible in " + zoneId());
      case Answer.Failed<List<Cluster>> _ when somethingThere ->
          Check.ok("zone", "the cluster is visible in " + zoneId());
      case Answer.Failed<List<Cluster>> _, Answer.NotAsked<List<Cluster>> _ ->
          Check.skipped("zone", "no answer that tells");
    };
  }

  private String zoneMend() {
    String lower = zoneId().toLowerCase(Locale.ROOT);
    return zoneId().equals(lower)
        ? "compare the zone with the one in the console; jn1a, for example"
        : "zone ids are in lower case: try " + lower;
  }

  private Check quota() {
    Budget budget = inquiry.api().budget();
    String standing =
        "%d of %d calls used in the last hour, %d left, %d of them in reserve for runs"
            .formatted(
                budget.used(),
                budget.callsPerHour(),
                budget.left(),
                Math.min(budget.reserve(), budget.left()));
    Optional<EhpcException> refused =
        inquiry.failures().stream().filter(QuotaException.class::isInstance).findFirst();
    if (refused.isPresent()) {
      return failed("quota", refused.get());
    }
    OptionalInt one = inquiry.callsForOneNode();
    String forecast =
        one.isEmpty()
            ? ""
            : "; retiring one node takes about %d calls%s"
                .formatted(
                    one.getAsInt(), one.getAsInt() > budget.free() ? ": too few are left" : "");
    boolean low = budget.free() <= budget.callsPerHour() / 10 || one.orElse(0) > budget.free();
    return low
        ? Check.warning(
            "quota",
            standing + forecast,
            "wait, or ask QingCloud for more calls and set calls-per-hour to what you get")
        : Check.ok("quota", standing + forecast);
  }

  private Check clusters() {
    return switch (inquiry.clusters()) {
      case Answer.Given<List<Cluster>>(var found) when found.isEmpty() ->
          Check.warning("clusters", "none is visible", ownerMend());
      case Answer.Given<List<Cluster>>(var found) -> Check.ok("clusters", named(found));
      case Answer.Failed<List<Cluster>>(EhpcException why)
          when why instanceof AuthException || !heard() ->
          Check.skipped("clusters", "no answer that tells");
      case Answer.Failed<List<Cluster>>(EhpcException why) -> failed("clusters", why);
      case Answer.NotAsked<List<Cluster>>(String why) -> Check.skipped("clusters", why);
    };
  }

  private String ownerMend() {
    return inquiry.api().owner() == null
        ? "set owner (EBB_OWNER) to the account's usr-… id; else check the zone"
        : "check owner and zone, and what the key may see";
  }

  private static String named(List<Cluster> clusters) {
    String names =
        clusters.stream()
            .limit(SHOWN_CLUSTERS)
            .map(cluster -> cluster.id() + (cluster.name().isBlank() ? "" : " " + cluster.name()))
            .collect(Collectors.joining(", "));
    int more = clusters.size() - SHOWN_CLUSTERS;
    return clusters.size() + ": " + names + (more > 0 ? " and %d more".formatted(more) : "");
  }

  private static Check list(String name, Answer<Integer> answer) {
    return switch (answer) {
      case Answer.Given<Integer>(Integer count) -> Check.ok(name, count + " can be listed");
      case Answer.Failed<Integer>(EhpcException why) -> failed(name, why);
      case Answer.NotAsked<Integer>(String why) -> Check.skipped(name, why);
    };
  }

  private static Check failed(String name, EhpcException why) {
    Check failed = Check.failed(name, String.valueOf(why.getMessage()), why.hint());
    return why instanceof AuthException ? failed.endingWith(ExitCode.AUTHENTICATION) : failed;
  }
}
