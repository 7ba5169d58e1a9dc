package io.ebb.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Makes the exception that fits of each reply that is none.
final class Failures {
  private static final int NOT_OWNED = 1400;
  private static final int MALFORMED = 1100;

  private final ApiOptions options;
  private final ServiceClock clock;

  Failures(ApiOptions options, ServiceClock clock) {
    this.options = options;
    this.clock = clock;
  }

  /// What an exchange that broke off means: whether the request can have arrived.
  static Reply unanswered(IOException cause) {
    return switch (cause) {
      case ConnectException _,
          NoRouteToHostException _,
          UnknownHostException _,
          SSLHandshakeException _,
          SSLPeerUnverifiedException _ ->
          new Reply.NotSent(cause);
      // For these two the JDK has no types of their own. Any other text than this counts as sent.
      case SocketTimeoutException timeout when "Connect timed out".equals(timeout.getMessage()) ->
          new Reply.NotSent(cause);
      case SSLException tls
          when "Unsupported or unrecognized SSL message".equals(tls.getMessage()) ->
          new Reply.NotSent(cause);
      default -> new Reply.Lost(cause);
    };
  }

  EhpcException of(Endpoint endpoint, Subject subject, Reply.Failed reply) {
    return switch (reply) {
      case Reply.Refused refused -> refused(endpoint, subject, refused);
      case Reply.Unreadable unreadable -> unreadable(endpoint, subject, unreadable);
      case Reply.NotSent(IOException cause) -> notSent(endpoint, subject, cause);
      case Reply.Lost(IOException cause) -> lost(endpoint, subject, cause);
    };
  }

  private EhpcException refused(Endpoint endpoint, Subject subject, Reply.Refused reply) {
    int code = reply.code();
    String said = reply.message().isBlank() ? "the service gave no reason" : reply.message();
    String problem = "ret_code " + code + ": " + shown(said);
    Failure failure =
        new Failure(endpoint.action(), subject, code, problem, hint(endpoint, subject, code));
    return switch (code) {
      case 1200, 1300, 1600, 1620, 1660, 1661, 1662, 2000 -> new AuthException(failure);
      case 1400, 1510, 2110, 5400 -> new ConflictException(failure);
      case 1640, 2400, 2500, 4003 -> new QuotaException(failure);
      case 2100 -> new NotFoundException(failure);
      case 5000 -> endpoint.write() ? new AmbiguousException(failure) : new BusyException(failure);
      case 5100, 5200, 5300 -> new BusyException(failure);
      default -> new BadRequestException(failure);
    };
  }

  private EhpcException unreadable(Endpoint endpoint, Subject subject, Reply.Unreadable reply) {
    int status = reply.status();
    String problem = shown(reply.problem());
    if (status == 401 || status == 403 || status == 407) {
      return new AuthException(
          failure(endpoint, subject, problem, keyHint() + "; or something in between refuses"));
    }
    if (status / 100 == 3 || (status / 100 == 4 && status != 408)) {
      return new UnreachableException(failure(endpoint, subject, problem, endpointHint()));
    }
    if (endpoint.write()) {
      return ambiguous(endpoint, subject, problem);
    }
    return status < 400
        ? new UnreachableException(failure(endpoint, subject, problem, endpointHint()))
        : new BusyException(failure(endpoint, subject, problem, "try again in a minute"));
  }

  private EhpcException notSent(Endpoint endpoint, Subject subject, IOException cause) {
    String problem = options.endpoint() + " cannot be reached: " + reason(cause);
    return new UnreachableException(failure(endpoint, subject, problem, endpointHint()));
  }

  private EhpcException lost(Endpoint endpoint, Subject subject, IOException cause) {
    String problem = "sent, but no answer came: " + reason(cause);
    return endpoint.write()
        ? ambiguous(endpoint, subject, problem)
        : new BusyException(
            failure(endpoint, subject, problem, "try again; if it goes on, check the network"));
  }

  private static EhpcException ambiguous(Endpoint endpoint, Subject subject, String problem) {
    return new AmbiguousException(failure(endpoint, subject, problem, lookHint()));
  }

  private static Failure failure(Endpoint endpoint, Subject subject, String problem, String hint) {
    return new Failure(endpoint.action(), subject, 0, problem, hint);
  }

  private String hint(Endpoint endpoint, Subject subject, int code) {
    boolean clusterList = endpoint.path().equals("/cluster/list");
    if (clusterList && options.owner() == null && (code == MALFORMED || code == NOT_OWNED)) {
      return "the cluster list may want the account: set owner (EBB_OWNER) to its usr-… id";
    }
    return switch (code) {
      case 1200, 1600, 1620, 1660, 1661, 1662, 2000 -> keyHint();
      case 1300 -> clockHint();
      case 1400 -> "check that nothing is in transition (ebb operations) and that it is allowed";
      case 2100 -> "check the id and the zone (" + options.zone() + "); it may be gone already";
      case 2400 -> "the account has run out of money; top it up";
      case 2500 -> "the quota of calls or resources is used up; wait, or ask for a larger one";
      case 5000 -> endpoint.write() ? lookHint() : "try again in a minute";
      case 5100, 5300 -> "the service is busy; try again in a minute";
      case 5200 -> "the zone is out of capacity; try again later";
      case 5400 -> "something still depends on " + subject + "; remove that first";
      default -> "the service will go on refusing this; check what was asked for";
    };
  }

  private String keyHint() {
    return "check key "
        + options.credentials().maskedId()
        + " and its secret; QINGCLOUD_ACCESS_KEY and QINGCLOUD_SECRET_KEY win over the files";
  }

  private String clockHint() {
    long ahead = clock.offset().toSeconds();
    String measured =
        ahead == 0
            ? "by more than a minute"
            : "the service's is %d s %s".formatted(Math.abs(ahead), ahead < 0 ? "behind" : "ahead");
    return "this machine's clock is off (" + measured + "); set it, for example by NTP";
  }

  private String endpointHint() {
    return "check the endpoint (" + options.endpoint() + ") and the network";
  }

  private static String lookHint() {
    return "it may have happened: look at the operations and the nodes before trying again";
  }

  private String reason(IOException cause) {
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : ": " + shown(message));
  }

  /// A foreign text as people may see it: one line of sane length without anything secret.
  private String shown(String text) {
    String safe =
        text.replace(options.credentials().secretAccessKey(), "…")
            .replaceAll("(?i)(signature=|access_key_id=)[^&\\s\"]*", "$1…")
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .strip();
    return safe.length() <= 300 ? safe : safe.substring(0, 300) + "…";
  }
}
