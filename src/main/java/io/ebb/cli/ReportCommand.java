package io.ebb.cli;

import io.ebb.report.Report;
import io.ebb.report.form.Form;
import io.ebb.run.Journal;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ebb report`: writes the record of a run as a document. In a session, without a run, that of the
/// session.
@Command(
    name = "report",
    description = {
      "Write the report of a run, finished or not: what was planned, what became of each node and"
          + " when, who has confirmed what, and every change that was sent to the service.",
      "",
      "A page loads nothing and needs no script: send it as it is. No secret is in it."
    },
    footer = {
      "",
      "  ebb report last --open",
      "  ebb report 003 -o rack4.html",
      "  ebb report last -o md"
    })
final class ReportCommand implements Callable<Integer>, Tailored {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "A run by its id, 001 for the first of today, or last for the youngest.")
  private @Nullable String run;

  private @Nullable String where;

  @Option(names = "--open", description = "Show it in the browser, too.")
  private boolean open;

  @Option(names = "--force", description = "Write over a file that is no report.")
  private boolean force;

  /// Here `-o` says where to; with other commands, how results are shown.
  @Override
  public void tailor(CommandSpec spec) {
    spec.remove(Objects.requireNonNull(spec.findOption("--output")));
    spec.addOption(
        OptionSpec.builder("-o", "--output")
            .paramLabel("FILE")
            .type(String.class)
            .description(
                "NAME.html, NAME.md or NAME.json; html, md or json alone is standard output"
                    + " (default: RUN.html).")
            .setter(new Destination())
            .build());
  }

  private final class Destination implements ISetter {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // picocli declares it so
    public <T> T set(T value) {
      where = (String) value;
      return value;
    }
  }

  @Override
  public Integer call() {
    if (run != null && Form.named(run.substring(run.lastIndexOf('.') + 1)).isPresent()) {
      throw new UsageException("%s is no run but a file: give -o %s".formatted(run, run));
    }
    Report report = report();
    ReportFile file = ReportFile.named(where, report.cover().run());
    if (open && file.path() == null) {
      throw new UsageException("--open needs a file: give -o NAME.html");
    }
    file.write(report, force, common);
    if (open) {
      file.open(common);
    }
    return ExitCode.DONE;
  }

  private Report report() {
    Lender session = common.lender();
    if (run == null && session != null) {
      return session.report();
    } else if (run == null) {
      throw new UsageException("which run? name it, or last: see ebb runs");
    }
    try (Borrowed<Journal> borrowed = common.journal("report")) {
      Journal journal = borrowed.get();
      String id = RunParameter.of(run).standing(journal, common.clock()).id();
      return Report.of(id, journal, common.clock().instant());
    }
  }
}
