package io.ebb.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Expected texts are the output of Python's `json.dumps` with default settings.
final class PythonJsonTest {
  @Test
  void separatesWithBlanksAndKeepsTheOrder() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("z", List.of(1, 2));
    body.put("a", Map.of("k", true));
    body.put("n", null);

    assertThat(write(body)).isEqualTo("{\"z\": [1, 2], \"a\": {\"k\": true}, \"n\": null}");
  }

  @Test
  void emptyContainersHaveNoBlank() {
    assertThat(write(Map.of())).isEqualTo("{}");
    assertThat(write(Map.of("l", List.of()))).isEqualTo("{\"l\": []}");
  }

  @Test
  void escapesAllButAsciiInLowerCaseHex() {
    assertThat(write(Map.of("t", "默认队列"))).isEqualTo("{\"t\": \"\\u9ed8\\u8ba4\\u961f\\u5217\"}");
    assertThat(write(Map.of("t", "\uD83D\uDE00"))).isEqualTo("{\"t\": \"\\ud83d\\ude00\"}");
  }

  @Test
  void escapesControlsAndLeavesSlashAndDelete() {
    assertThat(write(Map.of("t", "\"\\\n\r\t\b\f\u0001/\u007f")))
        .isEqualTo("{\"t\": \"\\\"\\\\\\n\\r\\t\\b\\f\\u0001/\u007f\"}");
  }

  @Test
  void refusesWhatNoRequestHolds() {
    assertThatThrownBy(() -> PythonJson.bytes(Map.of("d", 1.5)))
        .hasMessage("No request holds a java.lang.Double");
  }

  private static String write(Map<String, ?> body) {
    return new String(PythonJson.bytes(body), UTF_8);
  }
}
