package io.ebb.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// That the checks of reports can fail.
@EnabledIf("io.ebb.report.Browser#available")
final class BrowserTest {
  @TempDir private Path folder;

  @Test
  void scriptsRequestsAndOverflowAreSeen() throws Exception {
    Path page =
        Files.writeString(
            folder.resolve("bad.html"),
            """
            <!doctype html><title>bad</title><div style="width:3000px">wide 测试</div>
            <img src="missing.png"><script>console.error("ran")</script>
            """);

    try (Browser browser = Browser.open(folder)) {
      browser.look(400, 300, "dark", "screen").visit(page);

      assertThat(browser.overflows()).isTrue();
      assertThat(browser.complaints()).anyMatch(each -> each.contains("ran"));
      assertThat(browser.requests()).anyMatch(each -> each.endsWith("missing.png"));
      assertThat(browser.text()).contains("wide 测试");
      assertThat(browser.finds("测试")).isTrue();
      assertThat(browser.finds("elsewhere")).isFalse();
      assertThat(browser.evaluate("matchMedia('(prefers-color-scheme: dark)').matches").asBoolean())
          .isTrue();
      assertThat(browser.picture(folder.resolve("bad.png"))).isNotEmptyFile();
      assertThat(browser.print(folder.resolve("bad.pdf"))).isNotEmptyFile();
    }
  }
}
