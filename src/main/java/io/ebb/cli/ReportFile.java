package io.ebb.cli;

import io.ebb.report.Report;
import io.ebb.report.form.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a report goes.
///
/// @param form what it is written as
/// @param path its file; null for standard output
record ReportFile(Form form, @Nullable Path path) {
  /// So much of a file tells whether it is a report.
  private static final int BEGINNING = 4000;

  /// What was named: a file by its ending, or a form alone.
  ///
  /// @param name null for a page of the run's name in the folder that Ebb was started in
  /// @throws UsageException when that is no form of a report
  static ReportFile named(@Nullable String name, String run) {
    if (name == null) {
      return new ReportFile(Form.HTML, Path.of(run + "." + Form.HTML.extension()));
    }
    Optional<Form> alone = Form.named(name);
    if (alone.isPresent()) {
      return new ReportFile(alone.get(), null);
    }
    return Form.named(name.substring(name.lastIndexOf('.') + 1))
        .map(form -> new ReportFile(form, Path.of(name)))
        .orElseThrow(() ->
            new UsageException(
                "what is %s to be? a report is NAME.html, NAME.md or NAME.json".formatted(name)));
  }

  /// Writes the report, and tells where.
  ///
  /// @param force whether it may take the place of a file that is no report
  void write(Report report, boolean force, Common common) {
    String text = form.of(report, ZoneId.systemDefault());
    if (path == null) {
      common.output().print(text);
      common.output().flush();
      return;
    }
    try {
      if (!force && Files.exists(path) && !isReport(path)) {
        throw new UsageException(path + " is there, and no report: --force writes over it");
      }
      replace(path, text);
      common.tell("report of %s: %s".formatted(report.cover().run(), path));
    } catch (IOException e) {
      throw new UsageException("%s cannot be written: %s".formatted(path, reason(e)));
    }
  }

  private static boolean isReport(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Form.isReport(new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8));
    }
  }

  /// All of it or nothing: who reads it meanwhile reads the one before.
  private static void replace(Path file, String text) throws IOException {
    String name = ".%s.%08x".formatted(file.getFileName(), new SecureRandom().nextInt());
    Path draft = file.resolveSibling(name);
    try {
      Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
      move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such folder";
      case AccessDeniedException _ -> "it is not allowed";
      case FileSystemException file when file.getReason() != null -> file.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  /// Shows the file in the browser.
  void open(Common common) {
    new Viewer(common).open(Objects.requireNonNull(path).toAbsolutePath());
  }
}
