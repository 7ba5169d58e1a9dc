package io.ebb.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.report.Report;
import io.ebb.report.Samples;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page that a report is.
final class HtmlReportTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)([^<>]*)>");
  private static final int MOST_BYTES = 3_000_000;

  static List<Report> reports() {
    return Samples.all();
  }

  private static String page(Report report) {
    return HtmlReport.of(report, ZoneOffset.UTC);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("reports")
  void itRunsNothingAndLoadsNothing(Report report) {
    String page = page(report);

    assertThat(page)
        .contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;")
        .doesNotContain("<script", "<link", "<img", "<iframe", " src=", "url(", "@import");
    assertThat(page)
        .doesNotContainPattern("<[^>]* on[a-z]+=")
        .doesNotContainPattern("<[^>]* style=");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("reports")
  void everyElementIsClosedWhereItWasOpened(Report report) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(page(report));
    while (tag.find()) {
      String name = tag.group(2);
      if (!tag.group(1).isEmpty()) {
        assertThat(open.pop()).isEqualTo(name);
      } else if (!Set.of("meta", "hr", "br", "input").contains(name)) {
        open.push(name);
      }
    }
    assertThat(open).isEmpty();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("reports")
  void headingsLeaveNoLevelOut(Report report) {
    int before = 0;
    Matcher heading = Pattern.compile("<h([1-6])").matcher(page(report));
    while (heading.find()) {
      int level = Integer.parseInt(heading.group(1));
      assertThat(level).isLessThanOrEqualTo(before + 1);
      before = level;
    }
    assertThat(before).isPositive();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("reports")
  void whatSomebodyWroteStaysText(Report report) {
    String page = page(Samples.hostile(report));

    assertThat(page).contains("&lt;script&gt;alert(");
    assertThat(page.split("<style", -1)).hasSize(2);
    assertThat(page).doesNotContain("<script", "-->", "]]>");
    assertThat(TAG.matcher(page).results().map(tag -> tag.group(2)).distinct().sorted().toList())
        .doesNotContain("script", "img", "iframe", "object", "embed", "form", "base");
  }

  @Test
  void timesAreToldByTheZoneThatIsSaidOnce() {
    Report report = Samples.wellDone();

    assertThat(page(report)).contains("2026-11-21 12:00:20 to 12:", "All times are UTC");
    assertThat(HtmlReport.of(report, ZoneId.of("Asia/Shanghai")))
        .contains("2026-11-21 20:00:20 to 20:", "All times are Asia/Shanghai");
  }

  @Test
  void aReportOfTwoThousandNodesIsSmallAndHasEachOfThem() {
    String page = page(Samples.ofMany());

    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    assertThat(page).contains(">node1<", ">node1234<", ">node2000<", "2,000 of 2,000 retired");
    assertThat(page.split("<svg.chart", -1)).hasSizeLessThan(4);
  }

  @Test
  void itIsSmallAlsoWhenTheSameHappenedToNoTwoNodes() {
    String page = page(Samples.scattered(Samples.ofMany()));

    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    assertThat(page).contains(">node1234<");
  }
}
