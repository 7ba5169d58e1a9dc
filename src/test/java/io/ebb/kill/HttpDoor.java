package io.ebb.kill;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hands HTTP exchanges on to a service, and holds each up twice: before the service gets the
/// request, and before the process gets the answer. A request of a dead process is not handed on.
final class HttpDoor implements Door.Keeper {
  private static final Pattern LENGTH =
      Pattern.compile("\\r\\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final URI service;

  HttpDoor(URI service) {
    this.service = service;
  }

  @Override
  public void serve(Socket process, Life life) throws IOException {
    try (Socket out = new Socket(service.getHost(), service.getPort())) {
      out.setTcpNoDelay(true);
      InputStream requests = new BufferedInputStream(process.getInputStream());
      InputStream answers = new BufferedInputStream(out.getInputStream());
      for (byte[] request = message(requests); request.length > 0; request = message(requests)) {
        String what = what(request);
        life.pass(Moment.HTTP_BEFORE, what);
        out.getOutputStream().write(request);
        byte[] answer = message(answers);
        life.pass(Moment.HTTP_AFTER, what);
        process.getOutputStream().write(answer);
      }
    }
  }

  /// Method and path.
  private static String what(byte[] request) {
    String line = new String(request, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    return line.replaceFirst("[? ]\\S* HTTP/1.1$|\\?.*$", "");
  }

  /// The next whole message; empty when there is none.
  private static byte[] message(InputStream in) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    String head = "";
    while (!head.endsWith(END_OF_HEAD)) {
      int next = in.read();
      if (next < 0) {
        return new byte[0];
      }
      message.write(next);
      if (next == '\n') {
        head = message.toString(StandardCharsets.ISO_8859_1);
      }
    }
    Matcher length = LENGTH.matcher(head);
    message.writeBytes(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
    return message.toByteArray();
  }
}
