package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scripts in processes of their own that are interrupted in a word that waits, or take more memory
/// than there is.
@Timeout(120)
final class StoppedScriptTest {
  @TempDir private Path state;

  private EbbProcess run(Map<String, String> variables, String language, String code) {
    Shell shell = Shell.bare().set("XDG_STATE_HOME", state.toString());
    for (Map.Entry<String, String> each : variables.entrySet()) {
      shell = shell.set(each.getKey(), each.getValue());
    }
    List<String> words = List.of("run", "--sim", "--lang", language, "--eval", code);
    return EbbProcess.start(Main.class, shell.variables(), words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "js | try { sleep('9h') } catch { log('caught') }; log('went on')",
        "python | 'try: sleep(\"9h\")\nexcept BaseException: log(\"caught\")\nlog(\"went on\")'"
      })
  void sleepingScriptIsInterruptedAtOnceWhateverItCatches(String language, String code)
      throws Exception {
    try (EbbProcess process = run(Map.of(), language, code)) {
      process.prints("waiting until").signal("INT");

      assertThat(process.exit()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(process.printed()).doesNotContain("caught", "went on");
    }
  }

  @Test
  void scriptThatAsksIsInterrupted() throws Exception {
    try (EbbProcess process = run(Map.of("EBB_TTY", "0"), "js", "confirm('Go on?'); log('yes')")) {
      process.prints("Go on?").signal("INT");

      assertThat(process.exit()).isEqualTo(ExitCode.INTERRUPTED);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "js | const kept = []; for (;;) kept.push('x'.repeat(1000) + kept.length)",
        "python | 'kept = []\nwhile True: kept.append(\"x\" * 1000 + str(len(kept)))'"
      })
  void scriptThatFillsTheMemoryIsTold(String language, String code) throws Exception {
    try (EbbProcess process = run(Map.of("JDK_JAVA_OPTIONS", "-Xmx400m"), language, code)) {
      assertThat(process.exit()).as(process.printed()).isEqualTo(ExitCode.SCRIPT);
      assertThat(process.printed()).contains("the script has used up the memory it may have");
    }
  }
}
