package io.ebb.api;

import static io.ebb.api.Connected.ACCEPTED;
import static io.ebb.api.Connected.LIST;
import static io.ebb.api.RawServer.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What really goes over the wire, and how often.
final class TransportTest {
  @Test
  void signedQueryOfAReadArrivesByteForByte() throws Exception {
    try (Connected to = Connected.to(LIST)) {
      to.listNodes();

      assertThat(to.server.lines())
          .containsExactly(
              "GET /api/cluster/listNodes?access_key_id=QYACCESSKEYIDEXAMPLE"
                  + "&cluster_id=ehpc-qmmvigwe&limit=100&offset=0&signature_method=HmacSHA256"
                  + "&signature_version=1&timestamp=2021-08-19T16%3A44%3A40Z&version=1&zone=jn1a"
                  + "&signature=Y4Gk7TMMui1Yn1C6IkExN8PoJcJKPhabb8NJx0s2bp8%253D HTTP/1.1");
    }
  }

  @Test
  void writeSendsTheBytesItSigned() throws Exception {
    try (Connected to = Connected.to(ACCEPTED)) {
      to.removeNode();

      assertThat(to.server.lines().getFirst())
          .startsWith("POST /api/queue/ehpc/removeNodes?access_key_id=")
          .endsWith("&signature=UaOjggMDFn7qmE7oOmMsBBmt1uiV9tZtw5iq5iVk3%252BM%253D HTTP/1.1");
      assertThat(to.server.body(0))
          .isEqualTo(
              "{\"cluster_id\": \"ehpc-gk3wfc7e\", \"hpcqueue_id\": \"ehpcq-m7qglynz\","
                  + " \"nodelist\": [2], \"zone\": \"jn1a\"}");
      assertThat(to.server.requests().getFirst()).contains("Content-Type: application/json");
    }
  }

  @Test
  void droppedWriteIsSentOnceAndAmbiguous() throws Exception {
    try (Connected to = Connected.to(RawServer.DROP, ACCEPTED)) {
      assertThatExceptionOfType(AmbiguousException.class)
          .isThrownBy(to::deleteNode)
          .satisfies(failure -> {
            assertThat(failure.action()).isEqualTo("delete nodes");
            assertThat(failure.subject().cluster()).isEqualTo("ehpc-8jqdq0mz");
            assertThat(failure.subject().nodes()).containsExactly("cln-hzzvbtnh");
          });
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @Test
  void writeOverAConnectionThatWentStaleIsSentOnce() throws Exception {
    try (Connected to = Connected.to(LIST, RawServer.DROP, ACCEPTED)) {
      to.listNodes();

      assertThatThrownBy(to::deleteNode).isInstanceOf(AmbiguousException.class);

      assertThat(to.server.lines()).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    }
  }

  @Test
  void writeAfterTheServerClosedTheConnectionTakesANewOne() throws Exception {
    String last = json(200, "{\"ret_code\": 0, \"total_count\": 0}", "Connection: close\r\n");
    try (Connected to = Connected.to(last, ACCEPTED)) {
      to.listNodes();

      assertThat(to.deleteNode().operation()).isEqualTo("j-60tfxp7txad");
    }
  }

  @Test
  void silenceAfterAWriteIsAmbiguous() throws Exception {
    try (Connected to = Connected.to(RawServer.SILENCE)) {
      EhpcApi hasty =
          EhpcApi.connect(
              to.options.withPatience(
                  new Patience(
                      Duration.ZERO,
                      Duration.ZERO,
                      Duration.ofSeconds(10),
                      Duration.ofMillis(200))));

      assertThatThrownBy(() -> hasty.nodes().add(new NodesApi.Add("ehpc-8jqdq0mz", "compute", "2")))
          .isInstanceOf(AmbiguousException.class)
          .hasMessageContaining("Read timed out");
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @Test
  void truncatedReplyToAWriteIsAmbiguous() throws Exception {
    String cut =
        "HTTP/1.1 200 OK\r\nContent-Length: 900\r\nConnection: close\r\n\r\n{\"ret_code\": 0, \"jo";
    try (Connected to = Connected.to(cut)) {
      assertThatThrownBy(to::deleteNode).isInstanceOf(AmbiguousException.class);
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @Test
  void redirectsAreNotFollowed() throws Exception {
    String moved = "HTTP/1.1 302 Found\r\nLocation: /api/elsewhere\r\nContent-Length: 0\r\n\r\n";
    try (Connected to = Connected.to(moved)) {
      assertThatThrownBy(to::listNodes).isInstanceOf(UnreachableException.class);
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  /// A redirect may come after what was asked for was done.
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectOfAWriteIsAmbiguousAndNotFollowed(int status) throws Exception {
    try (Connected to = Connected.to(json(status, "", "Location: /api/elsewhere\r\n"))) {
      AmbiguousException failure = catchThrowableOfType(AmbiguousException.class, to::deleteNode);

      assertThat(failure.hint()).contains("it may have happened", "check the endpoint (http://");
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403, 404, 409, 500, 503})
  void retCodeCountsWhateverTheHttpStatus(int status) throws Exception {
    try (Connected to =
        Connected.to(json(status, "{\"ret_code\": 2100, \"message\": \"no such cluster\"}"))) {
      assertThatThrownBy(to::deleteNode)
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("ret_code 2100: no such cluster");
      assertThatThrownBy(to::listNodes).isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void readAnswered401KeepsItsRetCode() throws Exception {
    String refused = json(401, "{\"ret_code\": 1200, \"message\": \"wrong\"}");
    try (Connected to = Connected.to(refused)) {
      assertThatThrownBy(to::listNodes).hasMessageContaining("ret_code 1200: wrong");
      assertThatThrownBy(to::listQueues).hasMessageContaining("ret_code 1200: wrong");
    }
  }

  @Test
  void passwordsOfTheProgramAreNotSentToTheService() throws Exception {
    Authenticator before = Authenticator.getDefault();
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("ann", "opensesame".toCharArray());
          }
        });
    String wanting = json(401, "{\"ret_code\": 1200}", "WWW-Authenticate: Basic realm=\"x\"\r\n");
    try (Connected to = Connected.to(wanting)) {
      assertThatThrownBy(to::listNodes).isInstanceOf(AuthException.class);
      assertThatThrownBy(to::deleteNode).isInstanceOf(AuthException.class);
      assertThat(to.server.requests())
          .hasSize(2)
          .noneMatch(request -> request.contains("Authorization"));
    } finally {
      Authenticator.setDefault(before);
    }
  }

  /// Of a streamed request that is answered 401, `HttpURLConnection` keeps the status only.
  @Test
  void writeAnswered401IsRefusedForWantOfAuthentication() throws Exception {
    try (Connected to = Connected.to(json(401, "{\"ret_code\": 1200, \"message\": \"wrong\"}"))) {
      assertThatThrownBy(to::deleteNode)
          .isInstanceOf(AuthException.class)
          .hasMessageContaining("HTTP 401");
      assertThat(to.server.requests()).hasSize(1);
    }
  }

  @Test
  void refusedConnectionIsToldWithinSeconds() throws Exception {
    URI nobody = nobodyListens();
    HandTime time = new HandTime(Connected.AT);
    EhpcApi api =
        EhpcApi.connect(ApiOptions.of(nobody, Connected.KEY, "jn1a").withClocks(Clocks.of(time)));

    assertThatExceptionOfType(UnreachableException.class)
        .isThrownBy(() -> api.nodes().list(new NodesApi.Query("ehpc-1", 0, 100)))
        .withMessageContaining("Cannot list nodes (cluster ehpc-1)")
        .withMessageContaining(nobody.toString());
    assertThat(Duration.between(Connected.AT, time.instant())).isLessThan(Duration.ofSeconds(5));
    assertThat(api.calls()).isGreaterThan(2);
  }

  @Test
  void writeToAClosedPortSurelyDidNotHappen() throws Exception {
    HandTime time = new HandTime(Connected.AT);
    EhpcApi api =
        EhpcApi.connect(
            ApiOptions.of(nobodyListens(), Connected.KEY, "jn1a").withClocks(Clocks.of(time)));

    assertThatThrownBy(() -> api.nodes().add(new NodesApi.Add("ehpc-1", "compute", "1")))
        .isInstanceOf(UnreachableException.class);
  }

  @Test
  void tlsToAPlainPortSurelyDidNotHappen() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(plain));
      URI https = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      HandTime time = new HandTime(Connected.AT);
      EhpcApi api =
          EhpcApi.connect(ApiOptions.of(https, Connected.KEY, "jn1a").withClocks(Clocks.of(time)));

      assertThatExceptionOfType(UnreachableException.class)
          .isThrownBy(() -> api.nodes().add(new NodesApi.Add("ehpc-1", "compute", "1")))
          .satisfies(failure -> assertThat(failure.hint()).contains("does not speak TLS"));
      assertThat(time.sleeps()).as("trying again is no use").isEmpty();
    }
  }

  /// Speaks first, and no TLS.
  private static void greet(ServerSocket plain) {
    while (!plain.isClosed()) {
      try (Socket connection = plain.accept()) {
        connection.getOutputStream().write("220 mail.example ready\r\n".getBytes(US_ASCII));
        connection.getInputStream().read();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static URI nobodyListens() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}
