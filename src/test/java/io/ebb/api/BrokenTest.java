package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which failures of the network leave no doubt that nothing was sent.
final class BrokenTest {
  static Stream<IOException> surelyNotSent() {
    return Stream.of(
        new ConnectException("Connection refused"),
        new NoRouteToHostException("No route to host"),
        new UnknownHostException("nowhere.invalid"),
        new SocketTimeoutException("Connect timed out"),
        new SSLHandshakeException("PKIX path building failed"),
        new SSLPeerUnverifiedException("wrong host"),
        new SSLException("Unsupported or unrecognized SSL message"));
  }

  static Stream<IOException> perhapsSent() {
    return Stream.of(
        new SocketTimeoutException("Read timed out"),
        new SocketTimeoutException(),
        new SocketException("Connection reset"),
        new SocketException("Unexpected end of file from server"),
        new SSLException("Tag mismatch"),
        new IOException("Premature EOF"));
  }

  @ParameterizedTest
  @MethodSource
  void surelyNotSent(IOException cause) {
    assertThat(Broken.off(cause)).isEqualTo(new Reply.NotSent(cause));
  }

  @ParameterizedTest
  @MethodSource
  void perhapsSent(IOException cause) {
    assertThat(Broken.off(cause)).isEqualTo(new Reply.Lost(cause));
  }
}
