package io.ebb.report.form;

import io.ebb.report.Report;
import io.ebb.report.html.HtmlReport;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a report can be written as.
public enum Form {
  /// One page for browsers, which loads nothing and needs no script.
  HTML("html"),
  /// For tickets and mail, without the timeline's picture.
  MARKDOWN("md"),
  /// For programs.
  JSON("json");

  /// What each of them says of itself, near its beginning.
  private static final Pattern MARK = Pattern.compile("(?i)generator\\W{1,6}(content=\")?Ebb\\b");

  private final String extension;

  Form(String extension) {
    this.extension = extension;
  }

  /// What files of it end with, without a dot; by this it is named on the command line, too.
  public String extension() {
    return extension;
  }

  /// The form with this [#extension], if there is one.
  ///
  /// @param name in any case
  public static Optional<Form> named(String name) {
    return Arrays.stream(values())
        .filter(form -> form.extension.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /// Whether a text is a report that Ebb has written, by its beginning.
  public static boolean isReport(String beginning) {
    return MARK.matcher(beginning).find();
  }

  /// The whole text of the report.
  ///
  /// @param zone by which times are told to people
  public String of(Report report, ZoneId zone) {
    return switch (this) {
      case HTML -> HtmlReport.of(report, zone);
      case MARKDOWN -> MarkdownReport.of(report, zone);
      case JSON -> JsonReport.of(report);
    };
  }
}
