package io.ebb.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Whether the service can be reached: its name, its port, its certificate. Asks the service
/// nothing.
final class Reach {
  private static final String ADDRESS = "address";
  private static final String CONNECTION = "connection";
  private static final String TLS = "tls";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final URI endpoint;
  private final String host;
  private final List<Check> checks = new ArrayList<>();

  private Reach(URI endpoint) {
    this.endpoint = endpoint;
    this.host = endpoint.getHost().replaceAll("[\\[\\]]", "");
  }

  /// The checks; those behind the first failed one are skipped.
  static List<Check> of(URI endpoint) {
    Reach reach = new Reach(endpoint);
    reach.resolve();
    return List.copyOf(reach.checks);
  }

  /// The same checks, skipped because there is no endpoint.
  static List<Check> skipped(String why) {
    return List.of(
        Check.skipped(ADDRESS, why), Check.skipped(CONNECTION, why), Check.skipped(TLS, why));
  }

  private void resolve() {
    try {
      InetAddress[] addresses = InetAddress.getAllByName(host);
      checks.add(Check.ok(ADDRESS, described(addresses)));
      connect(addresses);
    } catch (UnknownHostException _) {
      checks.add(
          Check.failed(
              ADDRESS,
              "the name " + host + " is not known",
              "check the spelling of the endpoint, the network and its name server"));
      checks.add(Check.skipped(CONNECTION, "there is no address"));
      checks.add(Check.skipped(TLS, "there is no address"));
    }
  }

  private String described(InetAddress[] addresses) {
    String first = addresses[0].getHostAddress();
    String more = addresses.length == 1 ? "" : " and %d more".formatted(addresses.length - 1);
    return first.equals(host) ? host : host + " is " + first + more;
  }

  private void connect(InetAddress[] addresses) {
    List<IOException> failures = new ArrayList<>();
    for (InetAddress address : addresses) {
      long start = System.nanoTime();
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port()), (int) PATIENCE.toMillis());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        checks.add(
            Check.ok(CONNECTION, "port %d answers in %d ms".formatted(port(), took.toMillis())));
        secure(socket, address);
        return;
      } catch (IOException e) {
        failures.add(e);
      }
    }
    checks.add(refused(failures.getFirst()));
    checks.add(Check.skipped(TLS, "there is no connection"));
  }

  private Check refused(IOException failure) {
    return switch (failure) {
      case SocketTimeoutException _ ->
          Check.failed(
              CONNECTION,
              "port %d did not answer within %d s".formatted(port(), PATIENCE.toSeconds()),
              "a firewall may be in between: let this machine out to %s:%d"
                  .formatted(host, port()));
      case ConnectException _ ->
          Check.failed(
              CONNECTION,
              "nothing listens on port %d of %s".formatted(port(), host),
              "check host and port of the endpoint");
      default ->
          Check.failed(
              CONNECTION,
              "port %d cannot be reached: %s".formatted(port(), reason(failure)),
              "check the network of this machine");
    };
  }

  private void secure(Socket socket, InetAddress address) {
    if (!endpoint.getScheme().equals("https")) {
      checks.add(
          address.isLoopbackAddress()
              ? Check.ok(TLS, "not used: http to this machine")
              : Check.warning(
                  TLS,
                  "not used: the endpoint is http, so others may read along",
                  "write https in the endpoint"));
      return;
    }
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket tls = (SSLSocket) factory.createSocket(socket, host, port(), false)) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      tls.setSoTimeout((int) PATIENCE.toMillis());
      tls.startHandshake();
      checks.add(Check.ok(TLS, described(tls.getSession())));
    } catch (IOException e) {
      checks.add(Check.failed(TLS, problem(e), mend(e)));
    }
  }

  private static String described(SSLSession session) throws IOException {
    String until =
        Arrays.stream(session.getPeerCertificates())
            .filter(X509Certificate.class::isInstance)
            .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant())
            .map(end -> ", certificate good until " + LocalDate.ofInstant(end, ZoneOffset.UTC))
            .findFirst()
            .orElse("");
    return session.getProtocol() + until;
  }

  private String problem(IOException failure) {
    return switch (root(failure)) {
      case CertificateExpiredException _ -> "the certificate of " + host + " has expired";
      case CertificateNotYetValidException _ -> "the certificate of " + host + " is not valid yet";
      case CertificateException e -> "the certificate is not for " + host + ": " + reason(e);
      case SSLException e when speaksPlain(e) -> "port %d speaks no TLS".formatted(port());
      case CertPathBuilderException _ ->
          "the certificate of " + host + " is of an authority that Java does not know";
      case Throwable e -> "no TLS with " + host + ": " + reason(e);
    };
  }

  private static String mend(IOException failure) {
    return switch (root(failure)) {
      case CertificateExpiredException _, CertificateNotYetValidException _ ->
          "check the date of this machine; else tell who runs the service";
      case CertificateException _ -> "check the host of the endpoint";
      case SSLException e when speaksPlain(e) -> "check scheme and port of the endpoint";
      case Throwable _ ->
          "check the endpoint; if a proxy of yours is in between, put its certificate into Java's trust store";
    };
  }

  private static boolean speaksPlain(SSLException e) {
    return String.valueOf(e.getMessage()).contains("Unsupported or unrecognized SSL message");
  }

  private static Throwable root(Throwable failure) {
    return failure.getCause() == null ? failure : root(failure.getCause());
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private int port() {
    int standard = endpoint.getScheme().equals("https") ? 443 : 80;
    return endpoint.getPort() < 0 ? standard : endpoint.getPort();
  }
}
