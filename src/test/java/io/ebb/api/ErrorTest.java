package io.ebb.api;

import static io.ebb.api.RawServer.code;
import static io.ebb.api.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which type, and what it says.
final class ErrorTest {
  @Test
  void chineseMessageIsShownAndCutToASaneLength() throws Exception {
    String message = "资源状态不允许该操作".repeat(100);
    try (Connected to =
        Connected.to(json("{\"ret_code\": 1400, \"message\": \"%s\\n\"}".formatted(message)))) {
      assertThatThrownBy(to::deleteNode)
          .hasMessageContaining("ret_code 1400: 资源状态不允许该操作")
          .hasMessageEndingWith("…")
          .satisfies(failure -> assertThat(failure.toString()).hasSizeLessThan(450));
    }
  }

  @Test
  void wrongKeyNamesItMasked() throws Exception {
    try (Connected to = Connected.to(code(1200))) {
      assertThatExceptionOfType(AuthException.class)
          .isThrownBy(to::listNodes)
          .satisfies(failure -> assertThat(failure.hint()).contains("QYAC…MPLE"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1100, 1400})
  void refusedClusterListWithoutOwnerSaysHowToSetIt(int code) throws Exception {
    ClustersApi.Query all = new ClustersApi.Query(null, null, 0, 100);
    try (Connected to = Connected.to(code(code))) {
      assertThatExceptionOfType(EhpcException.class)
          .isThrownBy(() -> to.api.clusters().list(all))
          .satisfies(failure -> assertThat(failure.hint()).contains("EBB_OWNER"));
      assertThatExceptionOfType(EhpcException.class)
          .isThrownBy(() -> EhpcApi.connect(to.options.withOwner("usr-1")).clusters().list(all))
          .satisfies(failure -> assertThat(failure.hint()).doesNotContain("EBB_OWNER"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Bad Gateway</html>",
        "[1, 2]",
        "{\"action\": \"X\"}",
        "{\"ret_code\": ",
        "{\"ret_code\": 0} trailing",
        "{\"ret_code\": 0}",
      })
  void writeWithoutAReadableReplyIsAmbiguous(String body) throws Exception {
    for (int status : new int[] {200, 500, 502}) {
      try (Connected to = Connected.to(json(status, body))) {
        assertThatThrownBy(to::deleteNode).isInstanceOf(AmbiguousException.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, UnreachableException",
    "302, UnreachableException",
    "403, AuthException",
    "404, UnreachableException",
    "408, BusyException",
    "500, BusyException",
    "503, BusyException",
  })
  void htmlInPlaceOfAListBecomes(int status, String type) throws Exception {
    try (Connected to = Connected.to(json(status, "<html>no</html>"))) {
      EhpcException failure = catchThrowableOfType(EhpcException.class, to::listNodes);

      assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
      assertThat(failure).hasMessageContaining("HTTP " + status);
      assertThat(failure.code()).isZero();
    }
  }

  /// Something that was the service's reply, or may have been, is worth another try.
  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "{\"ret_code\": ", "{\"ret_code\": 0, \"node_set\": [{\"no"})
  void readThatIsCutShortIsTriedAFewTimes(String body) throws Exception {
    try (Connected to = Connected.to(json(200, body))) {
      assertThatThrownBy(to::listNodes)
          .isInstanceOf(BusyException.class)
          .hasMessageContaining(body.isBlank() ? "an empty body" : "is cut short");
      assertThat(to.server.requests()).hasSize(4);
    }
  }

  @Test
  void proxyThatWantsToKnowWhoAsksIsNamed() throws Exception {
    try (Connected to = Connected.to(json(407, "<html>who?</html>"))) {
      for (ThrowingCallable call : List.<ThrowingCallable>of(to::listNodes, to::deleteNode)) {
        AuthException failure = catchThrowableOfType(AuthException.class, call);

        assertThat(failure.hint()).contains("a proxy between here and http://127.0.0.1");
      }
      assertThat(to.server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"16:44:15, false", "16:45:25, true", "16:43:40, true"})
  void refusedKeyTellsOfAClockThatIsOff(String at, boolean off) throws Exception {
    String refusal =
        json(200, "{\"ret_code\": 1200}", "Date: Thu, 19 Aug 2021 %s GMT\r\n".formatted(at));
    try (Connected to = Connected.to(refusal)) {
      String hint = catchThrowableOfType(AuthException.class, to::listNodes).hint();

      assertThat(hint).startsWith("check key QYAC…MPLE");
      assertThat(hint.contains("this machine's clock is off")).isEqualTo(off);
    }
  }

  @Test
  void countWithoutAListIsNotAnEmptyList() throws Exception {
    try (Connected to = Connected.to(json("{\"ret_code\": 0, \"total_count\": 3}"))) {
      assertThatThrownBy(to::listNodes).hasMessageContaining("the reply has no list");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 garbage\r\n\r\n",
        "not http at all\r\n\r\n",
        "HTTP/1.1 401 X\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 X\r\nLocation: ftp://elsewhere/\r\nContent-Length: 0\r\n\r\n",
      })
  void nothingSecretIsInAnyFailure(String answer) throws Exception {
    try (Connected to = Connected.to(answer)) {
      assertHoldsNoSecret(catchThrowableOfType(EhpcException.class, to::deleteNode));
      assertHoldsNoSecret(catchThrowableOfType(EhpcException.class, to::listNodes));
    }
  }

  @Test
  void whatDoesNotSpeakHttpIsToldWithoutTheSignedUrl() throws Exception {
    try (Connected to = Connected.to("SSH-2.0-OpenSSH_9.6\r\n")) {
      for (ThrowingCallable call : List.<ThrowingCallable>of(to::listNodes, to::deleteNode)) {
        EhpcException failure = catchThrowableOfType(EhpcException.class, call);

        assertHoldsNoSecret(failure);
        assertThat(failure.hint()).contains("check the endpoint (http://127.0.0.1");
        assertThat(failure)
            .hasMessageContaining("does not speak HTTP")
            .hasMessageNotContainingAny("Invalid status", "access_key_id", "signature", "?");
      }
    }
  }

  @Test
  void signedUrlIsShownWithoutWhatFollowsItsPath() {
    assertThat(
            new Shown(Connected.KEY)
                .of("no reply: GET http://h/api/x?access_key_id=QYACCESSKEYIDEXAMPLE&signature=a"))
        .isEqualTo("no reply: GET http://h/api/x");
  }

  @ParameterizedTest
  @CsvSource({
    "<html><head><TITLE> Sign in </TITLE></head><body>no</body></html>, Sign in",
    "<h1>It works!</h1> of nginx, It works! of nginx",
    "<!doctype html><title></title><p>Gateway<br>down, Gateway down",
  })
  void webPageInPlaceOfAReplyIsNamedByItsWords(String page, String words) throws Exception {
    try (Connected to = Connected.to(json(page))) {
      for (ThrowingCallable call : List.<ThrowingCallable>of(to::listNodes, to::deleteNode)) {
        assertThatThrownBy(call)
            .hasMessageContaining("HTTP 200 with HTML, not JSON: " + words)
            .hasMessageNotContaining("Unexpected");
      }
    }
  }

  @Test
  void echoOfTheSignedUrlIsScrubbed() throws Exception {
    String echo =
        "{\"ret_code\": 1200, \"message\": \"bad SECRETACCESSKEY of password='opensesame' in"
            + " /api?access_key_id=QYACCESSKEYIDEXAMPLE&signature=abc%253D\"}";
    try (Connected to = Connected.to(json(echo))) {
      EhpcException failure = catchThrowableOfType(EhpcException.class, to::deleteNode);

      assertHoldsNoSecret(failure);
      assertThat(failure).hasMessageContaining("signature=…").hasMessageNotContaining("sesame");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "expected W68niby0THV+XsKcRxuGblFm2a4XbTdto129JkSH2/M= of key QYACCESSKEYIDEXAMPLE",
        "got W68niby0THV%2BXsKcRxuGblFm2a4XbTdto129JkSH2%2FM%3D",
        "got W68niby0THV%252BXsKcRxuGblFm2a4XbTdto129JkSH2%252FM%253D.",
        "{'signature': 'W68niby0THV+short'}",
        "signature: W68niby0THV",
      })
  void echoOfASignatureIsScrubbed(String said) throws Exception {
    try (Connected to =
        Connected.to(json("{\"ret_code\": 1200, \"message\": \"%s\"}".formatted(said)))) {
      EhpcException failure = catchThrowableOfType(EhpcException.class, to::deleteNode);

      assertHoldsNoSecret(failure);
      assertThat(failure).hasMessageContaining("…").hasMessageNotContaining("W68niby0THV");
    }
  }

  @Test
  void wordsAboutASignatureAreLeftAlone() throws Exception {
    String said = "the signature does not match signature_method=HmacSHA256";
    try (Connected to =
        Connected.to(json("{\"ret_code\": 1200, \"message\": \"%s\"}".formatted(said)))) {
      assertThat(catchThrowableOfType(EhpcException.class, to::deleteNode))
          .hasMessageContaining(said);
    }
  }

  private static void assertHoldsNoSecret(EhpcException failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace + failure.hint() + failure.resource())
        .doesNotContain("SECRETACCESSKEY", "QYACCESSKEYIDEXAMPLE", "%253D");
  }
}
