package io.ebb.script;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.script.TypeScript.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What editors are told of the words is true, by the real TypeScript compiler. The same folder is
/// left in `target/editor` for pyright, see `.ci/run`.
final class EditorSupportTest {
  private static final Path FOLDER = Path.of("target/editor");
  private static final Pattern EXPECTED = Pattern.compile("//! TS(\\d+)");

  private static Map<String, String> files;
  private static List<Finding> findings;

  @BeforeAll
  static void checkAllAtOnce() throws IOException {
    files = EditorFolder.files();
    EditorFolder.write(FOLDER, files);
    findings = TypeScript.check(files);
  }

  @Test
  void scriptsThatShipAndExamplesAreRight() {
    assertThat(findings)
        .filteredOn(finding -> !finding.file().equals(EditorFolder.WRONG + ".js"))
        .isEmpty();
  }

  @Test
  void eachMistakeIsFoundInItsLine() {
    List<String> found =
        findings.stream()
            .filter(finding -> finding.file().equals(EditorFolder.WRONG + ".js"))
            .map(finding -> finding.line() + ": " + finding.code())
            .toList();
    assertThat(found).isEqualTo(expected());
  }

  private static List<String> expected() {
    List<String> expected = new ArrayList<>();
    List<String> lines = requireNonNull(files.get(EditorFolder.WRONG + ".js")).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher sign = EXPECTED.matcher(lines.get(i));
      if (sign.find()) {
        expected.add(i + 1 + ": " + sign.group(1));
      }
    }
    assertThat(expected).isNotEmpty();
    return expected;
  }
}
