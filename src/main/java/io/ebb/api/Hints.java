package io.ebb.api;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What to do about a failure, where that depends on the connection.
final class Hints {
  private static final Duration CLOCK_MATTERS = Duration.ofSeconds(30);

  private final ApiOptions options;
  private final ServiceClock clock;
  private final CallBudget budget;

  Hints(ApiOptions options, ServiceClock clock, CallBudget budget) {
    this.options = options;
    this.clock = clock;
    this.budget = budget;
  }

  String key() {
    Duration ahead = clock.seen();
    String check =
        "check key "
            + options.credentials().maskedId()
            + " and its secret; QINGCLOUD_ACCESS_KEY and QINGCLOUD_SECRET_KEY win over the files";
    return ahead == null || agrees(ahead)
        ? check
        : check + "; besides, this machine's clock is off (" + measured(ahead) + ")";
  }

  String clock() {
    Duration ahead = clock.seen();
    if (ahead == null) {
      return "this machine's clock is off by more than a minute; set it, for example by NTP";
    }
    return agrees(ahead)
        ? "the clocks agree, so the request took a minute to get there: check the network"
        : "this machine's clock is off (" + measured(ahead) + "); set it, for example by NTP";
  }

  String missing() {
    return "check the id and the zone (" + options.zone() + "); it may be gone already";
  }

  /// When there is room for calls again, as far as the ledger knows.
  @Nullable Instant freeAt() {
    return budget.standing().fullUntil();
  }

  /// Of a read, the code is about calls.
  String calls() {
    return calls(freeAt());
  }

  static String calls(@Nullable Instant free) {
    return free == null
        ? "the quota of calls is used up, also by others, so it is not known when there is room"
            + " again: within an hour; wait, or ask for a larger one"
        : "the quota of calls is used up; there is room again at %s; wait, or ask for a larger one"
            .formatted(free.truncatedTo(ChronoUnit.SECONDS));
  }

  /// Of a write, the code alone does not tell which quota it is.
  static String callsOrResources(@Nullable Instant free) {
    return "nothing was done; either "
        + calls(free)
        + "; or a quota of resources is used up: remove some, or ask for more";
  }

  String endpoint() {
    return "check the endpoint (" + options.endpoint() + ") and the network";
  }

  /// Refused by the status alone, so perhaps not by the service.
  String refusedUnread() {
    return key() + "; or something in between refuses";
  }

  static String owner() {
    return "the cluster list may want the account: set owner (EBB_OWNER) to its usr-… id";
  }

  String proxy() {
    return "a proxy between here and "
        + options.endpoint()
        + " wants to know who asks:"
        + " let it pass this host, or go around it";
  }

  /// Why it could not be reached, and so what to check.
  String reach(IOException cause) {
    return switch (cause) {
      case UnknownHostException _ ->
          "no address is known for "
              + options.endpoint().getHost()
              + ": check the spelling of the endpoint, and DNS";
      case SSLException tls when tls.getCause() instanceof CertificateException ->
          "its certificate is not accepted: check the host name of the endpoint; if a proxy"
              + " stands between, Java has to trust its certificate authority";
      case SSLException _ ->
          "that port does not speak TLS, or none that suits: check the port, and whether the"
              + " endpoint begins with http://";
      case SocketTimeoutException _ ->
          endpoint() + "; a firewall that drops what is not allowed looks like this";
      default -> endpoint();
    };
  }

  /// No answer came to a read.
  String silence() {
    return options.endpoint().getScheme().equals("http")
        ? "try again; if it goes on, check the network, and whether the endpoint should begin with"
            + " https://"
        : "try again; if it goes on, check the network";
  }

  /// No answer came to a write.
  static String look(Sent sent) {
    return "it may have happened: look at the operations and the nodes for what %s of %s did,"
            .formatted(sent.path(), sent.at())
        + " before trying again";
  }

  private static boolean agrees(Duration ahead) {
    return ahead.abs().compareTo(CLOCK_MATTERS) <= 0;
  }

  private static String measured(Duration ahead) {
    return "the service's is %d s %s"
        .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead");
  }
}
