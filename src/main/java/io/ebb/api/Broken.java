package io.ebb.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What an exchange that broke off means: whether the request can have arrived.
final class Broken {
  private Broken() {}

  /// For two of these the JDK has no types of their own; any other text than the one it uses counts
  /// as sent.
  static Reply.Failed off(IOException cause) {
    return switch (cause) {
      case ConnectException _,
          NoRouteToHostException _,
          UnknownHostException _,
          SSLHandshakeException _,
          SSLPeerUnverifiedException _ ->
          new Reply.NotSent(cause);
      case SocketTimeoutException timeout when "Connect timed out".equals(timeout.getMessage()) ->
          new Reply.NotSent(cause);
      case SSLException tls when notTls(tls) -> new Reply.NotSent(cause);
      default -> new Reply.Lost(cause);
    };
  }

  /// Whether trying again cannot help: a certificate that is not accepted, or no TLS at all.
  static boolean lastingly(IOException cause) {
    return cause instanceof SSLException tls
        && (notTls(tls) || tls.getCause() instanceof CertificateException);
  }

  /// Whether what answers does not speak HTTP; Feign's words.
  static boolean notHttp(IOException cause) {
    String message = cause.getMessage();
    return message != null && message.startsWith("Invalid status(-1)");
  }

  /// Whether what answers does not speak TLS.
  static boolean notTls(SSLException cause) {
    return "Unsupported or unrecognized SSL message".equals(cause.getMessage());
  }
}
