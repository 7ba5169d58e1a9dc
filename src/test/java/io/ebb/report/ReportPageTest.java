package io.ebb.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.report.form.Form;
import io.ebb.report.html.HtmlReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// The pages of reports in a real browser: they load nothing, run nothing, complain of nothing, and
/// fit where they are looked at.
@EnabledIf("io.ebb.report.Browser#available")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportPageTest {
  private static final List<Report> SAMPLES = Samples.all();

  static final List<Integer> NUMBERS = IntStream.range(0, SAMPLES.size()).boxed().toList();

  @SuppressWarnings("NullAway.Init")
  private Browser browser;

  private Path folder = Path.of("");

  @BeforeAll
  void open(@TempDir Path pages) throws Exception {
    folder = pages;
    browser = Browser.open(pages);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  private Path page(Report report) throws IOException {
    return Files.writeString(folder.resolve("report.html"), HtmlReport.of(report, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @FieldSource("NUMBERS")
  void pageLoadsNothingAndComplainsOfNothing(int number) throws Exception {
    Path page = page(SAMPLES.get(number));

    browser.look(1280, 900, "light", "screen").visit(page);

    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.evaluate("document.scripts.length").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1280, light, screen",
    "1280, dark, screen",
    "800, light, screen",
    "360, light, screen",
    "360, dark, screen",
    "720, light, print"
  })
  void noPageIsWiderThanItsWindow(int width, String scheme, String media) throws Exception {
    browser.look(width, 900, scheme, media);
    for (Report report : SAMPLES) {
      browser.visit(page(report));

      assertThat(browser.overflows()).as("%s at %d", report.cover().title(), width).isFalse();
    }
  }

  @Test
  void whatSomebodyWroteStaysText() throws Exception {
    for (Report sample : List.of(Samples.wellDone(), Samples.runbook(), Samples.session())) {
      browser.look(1280, 900, "light", "screen").visit(page(Samples.hostile(sample)));

      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).hasSize(1);
      assertThat(browser.evaluate("document.scripts.length").asInt()).isZero();
      assertThat(browser.text()).contains("<script>alert('测试')</script>");
    }
  }

  @Test
  void eachNodeOfTwoThousandIsFoundByTheSearchOfTheBrowser() throws Exception {
    Report many = Samples.ofMany();
    browser.look(1280, 900, "light", "screen").visit(page(many));

    assertThat(browser.overflows()).isFalse();
    Stream.of(many.nodes().getFirst(), many.nodes().get(999), many.nodes().getLast())
        .forEach(node -> assertThat(browser.finds(node.id())).as(node.id()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"light", "dark"})
  void textStandsOutFromWhatIsBehindIt(String scheme) throws Exception {
    browser.look(1280, 900, scheme, "screen");
    for (Report report : SAMPLES) {
      browser.visit(page(report));

      assertThat(browser.evaluate(FAINT).values().stream().map(each -> each.asString()))
          .as("%s, %s", report.cover().title(), scheme)
          .isEmpty();
    }
  }

  @Test
  void paperHasTheWholePage() throws Exception {
    browser.look(1280, 900, "dark", "screen").visit(page(Samples.wellDone()));

    byte[] pdf = Files.readAllBytes(browser.print(folder.resolve("report.pdf")));

    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    assertThat(browser.picture(folder.resolve("report.png"))).isNotEmptyFile();
  }

  @Test
  void everyFormTellsOfEveryNode() {
    for (Form form : Form.values()) {
      for (Report report : SAMPLES) {
        String text = form.of(report, ZoneOffset.UTC);

        assertThat(Form.isReport(text.substring(0, Math.min(4000, text.length())))).isTrue();
        assertThat(report.nodes()).allSatisfy(node -> assertThat(text).contains(node.id()));
      }
    }
  }

  /// The texts whose contrast is below that of WCAG AA, 4.5 to 1; large text may have 3 to 1.
  private static final String FAINT =
      """
      (() => {
        const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
        const rgba = colour => {
          canvas.clearRect(0, 0, 1, 1)
          canvas.fillStyle = colour
          canvas.fillRect(0, 0, 1, 1)
          return [...canvas.getImageData(0, 0, 1, 1).data].map(part => part / 255)
        }
        const light = ([r, g, b]) => [r, g, b]
          .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
          .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
        const behind = element => {
          for (let each = element; each; each = each.parentElement) {
            const colour = rgba(getComputedStyle(each).backgroundColor)
            if (colour[3] > 0.99) return colour
          }
          return matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0] : [1, 1, 1]
        }
        const faint = []
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walk.nextNode()) {
          const element = walk.currentNode.parentElement
          if (!walk.currentNode.data.trim() || element.closest('svg')) continue
          const style = getComputedStyle(element)
          const [a, b] = [light(rgba(style.color)), light(behind(element))].sort((x, y) => y - x)
          const large = parseFloat(style.fontSize) >= 24
          if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) {
            faint.push(`${walk.currentNode.data.trim().slice(0, 40)} ${style.color}`)
          }
        }
        return [...new Set(faint)].slice(0, 20)
      })()\
      """;
}
