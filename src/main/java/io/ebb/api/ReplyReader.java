package io.ebb.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.InvocationContext;
import feign.Response;
import feign.ResponseInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
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
    if (blank(body)) {
      return unreadable(response, true, "with an empty body");
    }
    Optional<Object> page = json.page(body, context.returnType());
    return page.isPresent() ? new Reply.Done(page.get()) : closely(response, body, context);
  }

  private Reply closely(Response response, byte[] body, InvocationContext context) {
    try {
      JsonNode tree = json.tree(body);
      int code = tree.path("ret_code").asInt(-1);
      if (code == -1) {
        return unreadable(response, false, foreign("without ret_code", body));
      }
      return code == 0
          ? new Reply.Done(json.read(tree, context.returnType()))
          : new Reply.Refused(code, tree.path("message").asString(""), Headers.of(response));
    } catch (UnexpectedEndOfInputException e) {
      return unreadable(response, true, "that is cut short: " + start(body));
    } catch (JacksonException e) {
      Optional<String> page = WebPage.words(body);
      if (page.isPresent()) {
        return unreadable(response, false, "with HTML, not JSON: " + page.get());
      }
      Throwable ours = e.getCause();
      String why =
          ours instanceof IllegalArgumentException ? ours.getMessage() : e.getOriginalMessage();
      return unreadable(response, false, foreign(String.valueOf(why), body));
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

  private static boolean blank(byte[] body) {
    for (byte each : body) {
      if (each < 0 || each > ' ') {
        return false;
      }
    }
    return true;
  }

  private static Reply unreadable(Response response, boolean cut, String how) {
    int status = response.status();
    return new Reply.Unreadable(
        status, cut, "HTTP %d %s".formatted(status, how), Headers.of(response));
  }

  private static String foreign(String why, byte[] body) {
    return "that is no reply of the EHPC API (%s): %s".formatted(why, start(body));
  }

  private static String start(byte[] body) {
    return new String(body, 0, Math.min(body.length, SHOWN), UTF_8);
  }
}
