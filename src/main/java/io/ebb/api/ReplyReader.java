package io.ebb.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.InvocationContext;
import feign.Response;
import feign.ResponseInterceptor;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Makes a [Reply] of whatever came back. It goes by `ret_code` alone, because the HTTP status of
/// errors is not documented, and never by `action`, which is often misspelt (Q13).
final class ReplyReader implements ResponseInterceptor {
  private static final int SHOWN = 80;

  private final Json json;

  ReplyReader(Json json) {
    this.json = json;
  }

  @Override
  public Object intercept(InvocationContext context, Chain chain) throws IOException {
    Response response = context.response();
    byte[] body = body(response);
    try {
      JsonNode tree = json.tree(body);
      int code = tree.path("ret_code").asInt(-1);
      if (code == -1) {
        return unreadable(response, body, "without ret_code");
      }
      return code == 0
          ? new Reply.Done(json.read(tree, context.returnType()))
          : new Reply.Refused(code, tree.path("message").asString(""), DateHeader.of(response));
    } catch (JacksonException e) {
      return unreadable(response, body, e.getOriginalMessage());
    }
  }

  private static byte[] body(Response response) throws IOException {
    if (response.body() == null) {
      return new byte[0];
    }
    try (InputStream stream = response.body().asInputStream()) {
      return stream.readAllBytes();
    }
  }

  private static Reply unreadable(Response response, byte[] body, String why) {
    String start = new String(body, 0, Math.min(body.length, SHOWN), UTF_8);
    String problem =
        body.length == 0
            ? "HTTP %d with an empty body".formatted(response.status())
            : "HTTP %d that is no reply of the EHPC API (%s): %s"
                .formatted(response.status(), why, start);
    return new Reply.Unreadable(response.status(), problem, DateHeader.of(response));
  }
}
