package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Each way in which the network fails, as a read and as a write see it.
final class TransportFaultTest {
  private static final String OK = "{\"ret_code\": 0, \"total_count\": 0, \"job_id\": \"j-1\"}";
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final HandTime time = new HandTime(Connected.AT);
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void listens() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stops() {
    server.close();
  }

  @Nested
  final class NotReached {
    @Test
    void unknownHostIsToldWithItsName() {
      assertNeverSent(URI.create("https://nowhere.invalid"), "no address is known for nowhere");
    }

    @Test
    void refusedConnection() throws Exception {
      URI nobody;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
      }
      assertNeverSent(nobody, "check the endpoint (" + nobody);
    }

    @Test
    void connectionThatNobodyAccepts() throws Exception {
      try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        List<Socket> queue = crowd(full);
        assertNeverSent(URI.create("http://127.0.0.1:" + full.getLocalPort()), "a firewall");
        for (Socket waiting : queue) {
          waiting.close();
        }
      }
    }

    /// Takes all the places in front of the door.
    private List<Socket> crowd(ServerSocket server) throws IOException {
      List<Socket> queue = new ArrayList<>();
      try {
        for (int i = 0; i < 20; i++) {
          Socket socket = new Socket();
          queue.add(socket);
          socket.connect(server.getLocalSocketAddress(), (int) MOMENT.toMillis());
        }
      } catch (SocketTimeoutException full) {
        return queue;
      }
      throw new AssertionError("always room");
    }
  }

  @Nested
  final class Tls {
    private final HeldCertificate localhost =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();

    @Test
    void certificateThatNobodyVouchesFor() {
      server.useHttps(identity(localhost));
      server.setDispatcher(always(new MockResponse.Builder().body(OK).build()));

      assertNeverSent(https(), "its certificate is not accepted");
      assertThat(time.sleeps()).as("trying again is no use").isEmpty();
    }

    @Test
    void certificateOfAnotherHost() {
      HeldCertificate other =
          new HeldCertificate.Builder().addSubjectAlternativeName("elsewhere.example").build();
      server.useHttps(identity(other));
      server.setDispatcher(always(new MockResponse.Builder().body(OK).build()));

      trusting(other, () -> assertNeverSent(https(), "check the host name of the endpoint"));
    }

    /// So that the other two fail for the reason they name.
    @Test
    void certificateThatIsTrustedAndFits() {
      server.useHttps(identity(localhost));
      server.setDispatcher(always(new MockResponse.Builder().body(OK).build()));

      trusting(localhost, () -> assertThat(list(connect(https())).items()).as("reached").isEmpty());
    }

    @Test
    void plainHttpOnAPortThatSpeaksTls() {
      server.useHttps(identity(localhost));

      EhpcException read = catchThrowableOfType(EhpcException.class, () -> list(connect(http())));
      EhpcException write = catchThrowableOfType(EhpcException.class, () -> add(connect(http())));

      assertThat(read).isInstanceOf(BusyException.class);
      assertThat(read.hint()).contains("https://");
      assertThat(write).isInstanceOf(AmbiguousException.class);
      assertThat(server.getRequestCount()).isZero();
    }

    /// As when a balancer is started anew.
    @Test
    void handshakeThatBreaksOffIsTriedAgainForAMoment() throws Exception {
      try (ServerSocket brusque = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
        Thread.ofVirtual().start(() -> hangUpOnAll(brusque));

        assertNeverSent(URI.create("https://127.0.0.1:" + brusque.getLocalPort()), "TLS");

        assertThat(time.sleeps()).hasSizeGreaterThan(1);
      }
    }

    private void hangUpOnAll(ServerSocket brusque) {
      while (!brusque.isClosed()) {
        try (Socket connection = brusque.accept()) {
          connection.getInputStream().read();
        } catch (IOException closed) {
          return;
        }
      }
    }

    private SSLSocketFactory identity(HeldCertificate certificate) {
      return new HandshakeCertificates.Builder()
          .heldCertificate(certificate)
          .build()
          .sslSocketFactory();
    }

    private void trusting(HeldCertificate certificate, Runnable test) {
      SSLSocketFactory before = HttpsURLConnection.getDefaultSSLSocketFactory();
      HttpsURLConnection.setDefaultSSLSocketFactory(
          new HandshakeCertificates.Builder()
              .addTrustedCertificate(certificate.certificate())
              .build()
              .sslSocketFactory());
      try {
        test.run();
      } finally {
        HttpsURLConnection.setDefaultSSLSocketFactory(before);
      }
    }
  }

  @Nested
  final class BrokenOff {
    @Test
    void beforeAnyByteOfTheAnswer() {
      server.setDispatcher(
          always(
              new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build()));

      assertUnanswered("");
    }

    @Test
    void beforeTheRequestWasRead() {
      server.setDispatcher(
          always(
              new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build()));

      EhpcException write = catchThrowableOfType(EhpcException.class, () -> add(connect(http())));

      assertThat(write).isInstanceOf(AmbiguousException.class);
      assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void inTheMiddleOfTheAnswer() {
      server.setDispatcher(
          always(
              new MockResponse.Builder()
                  .body(OK.repeat(1000))
                  .onResponseBody(new SocketEffect.CloseSocket())
                  .build()));

      assertUnanswered("");
    }

    @Test
    void bySilence() {
      server.setDispatcher(
          always(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build()));

      assertUnanswered("Read timed out");
    }

    @Test
    void byAnAnswerThatDrips() {
      server.setDispatcher(
          always(
              new MockResponse.Builder()
                  .body(OK.repeat(20))
                  .throttleBody(10, MOMENT.toMillis() / 20, TimeUnit.MILLISECONDS)
                  .build()));

      assertUnanswered("the reply came too slowly");
    }

    /// The write is sent once, ever; the read again and again while it may.
    private void assertUnanswered(String reason) {
      assertThat(catchThrowableOfType(EhpcException.class, () -> add(connect(http()))))
          .isInstanceOf(AmbiguousException.class)
          .hasMessageContaining("sent, but no answer came")
          .hasMessageContaining(reason);
      assertThat(server.getRequestCount()).isEqualTo(1);

      EhpcException read = catchThrowableOfType(EhpcException.class, () -> list(connect(http())));
      assertThat(read).isInstanceOf(BusyException.class).hasMessageContaining(reason);
      assertThat(read.hint()).contains("check the network");
      assertThat(server.getRequestCount()).as("with the write").isGreaterThan(2);
    }
  }

  /// Tells the same of a read and of a write, and of the write that it surely did not happen.
  private void assertNeverSent(URI endpoint, String hint) {
    EhpcApi api = connect(endpoint);
    for (EhpcException failure :
        List.of(
            catchThrowableOfType(EhpcException.class, () -> list(api)),
            catchThrowableOfType(EhpcException.class, () -> add(api)))) {
      assertThat(failure)
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining(endpoint + " cannot be reached: ");
      assertThat(failure.hint()).contains(hint);
    }
    assertThat(Duration.between(Connected.AT, time.instant())).isLessThan(Duration.ofSeconds(9));
    assertThat(server.getRequestCount()).isZero();
  }

  private EhpcApi connect(URI endpoint) {
    return EhpcApi.connect(
        ApiOptions.of(endpoint, Connected.KEY, "jn1a")
            .withClocks(Clocks.of(time))
            .withPatience(new Patience(Duration.ofMillis(2500), Duration.ZERO, MOMENT, MOMENT)));
  }

  private static Page<WireNode> list(EhpcApi api) {
    return api.nodes().list(new NodesApi.Query("ehpc-1", 0, 100));
  }

  private static String add(EhpcApi api) {
    return api.nodes().add(new NodesApi.Add("ehpc-1", "compute", "1")).operation();
  }

  private URI http() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  private URI https() {
    return URI.create("https://127.0.0.1:" + server.getPort());
  }

  private static Dispatcher always(MockResponse response) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return response;
      }

      @Override
      public MockResponse peek() {
        return response;
      }
    };
  }
}
