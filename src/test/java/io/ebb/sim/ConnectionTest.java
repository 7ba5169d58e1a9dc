package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HTTP/1.1, byte by byte. Unsigned requests that are understood are refused with 1100.
final class ConnectionTest {
  private final Play play = Play.small();

  @AfterEach
  void close() {
    play.close();
  }

  @Test
  void connectionIsKeptForTheNextRequest() throws IOException {
    String replies =
        exchange(
            """
            GET /api/operation HTTP/1.1
            Host: x

            GET /api/job/list HTTP/1.1
            Connection: close

            """);
    assertThat(replies)
        .startsWith("HTTP/1.1 200 ")
        .contains("Connection: keep-alive", "HpcOperationListOperationResponse")
        .contains("Connection: close", "HpcJobListJobsResponse");
  }

  @Test
  void bodyMayComeInChunks() throws IOException {
    exchange(
        """
        POST /api/cluster/deleteNodes HTTP/1.1
        Transfer-Encoding: chunked

        3;x=y
        {"a
        A
        ": 1234567
        0

        GET /api/operation HTTP/1.0

        """);
    assertThat(play.sim.calls())
        .extracting(Call::path)
        .containsExactly("/cluster/deleteNodes", "/operation");
  }

  @Test
  void pathOutsideTheApiIsNotFound() throws IOException {
    assertThat(exchange("GET /cluster/list HTTP/1.0\n\n")).startsWith("HTTP/1.1 404 ");
    assertThat(exchange("GET /apis/cluster/list HTTP/1.0\n\n")).startsWith("HTTP/1.1 404 ");
    assertThat(play.sim.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\n\n",
        "GET /api/operation SMTP/1.1\n\n",
        "GET /api/operation HTTP/1.1\nnonsense\n\n",
        "GET /api/operation HTTP/1.1\nHost: x",
        "POST /api/operation HTTP/1.1\nContent-Length: many\n\n",
        "POST /api/operation HTTP/1.1\nContent-Length: 99999999\n\n",
        "POST /api/operation HTTP/1.1\nContent-Length: 5\n\n{}"
      })
  void whatIsNotHttpEndsTheConnection(String sent) throws IOException {
    assertThat(exchange(sent)).isEmpty();
    assertThat(play.sim.calls()).isEmpty();
  }

  private String exchange(String sent) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), play.sim.endpoint().getPort())) {
      socket
          .getOutputStream()
          .write(sent.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
