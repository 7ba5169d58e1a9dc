package io.ebb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ebb.report.Passage.Filled;
import io.ebb.report.Passage.Output;
import io.ebb.run.Entry.BlockEnd;
import io.ebb.run.Outcome;
import io.ebb.script.RehearsedRunbooks;
import io.ebb.script.RehearsedRunbooks.Carried;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a report tells of runbooks that were really carried out.
final class RunbookReportTest {

  private static Report of(Carried carried) {
    return Report.of(carried.run(), carried.journal(), carried.now());
  }

  private static List<Filled> blocks(Report report) {
    return report.story().stream()
        .filter(Filled.class::isInstance)
        .map(Filled.class::cast)
        .toList();
  }

  @Test
  void eachBlockHasItsEndWhatItShowedAndTheRunsThatItMade() {
    Report report = RehearsedRunbooks.failed(RunbookReportTest::of);

    List<Filled> blocks = blocks(report);
    assertThat(blocks)
        .extracting(filled -> filled.block().name(), Filled::end)
        .containsExactly(
            tuple("retire", BlockEnd.DONE),
            tuple("unplug", BlockEnd.DONE),
            tuple("after", BlockEnd.FAILED));
    assertThat(blocks.getFirst().runs()).containsExactly(report.cover().run() + ".1");
    assertThat(blocks.getFirst().shown())
        .extracting(Output::text)
        .anyMatch(text -> text.contains("looked"));
    assertThat(blocks.getLast().shown())
        .extracting(Output::text)
        .anyMatch(text -> text.contains("after"));
    assertThat(blocks.get(1).note()).isEqualTo("both cables");
  }

  @Test
  void theNodesOfItsPlansAreToldWithTheirRuns() {
    Report report = RehearsedRunbooks.failed(RunbookReportTest::of);

    assertThat(report.nodes())
        .extracting(NodeRow::host, NodeRow::outcome, NodeRow::run)
        .containsExactly(tuple("node29", Outcome.RETIRED, report.cover().run() + ".1"));
    assertThat(report.timeline().lanes()).hasSize(1);
    assertThat(report.queues()).isNotEmpty();
    assertThat(report.cover().clusters()).containsExactly("ehpc-8jqdq0mz");
  }

  @Test
  void whoHasConfirmedAndSignedIsTold() {
    Report report = RehearsedRunbooks.failed(RunbookReportTest::of);

    assertThat(report.decisions())
        .extracting(Decision::answer)
        .contains("yes", "done: both cables");
    assertThat(report.problems()).isNotEmpty();
  }

  @Test
  void oneThatWasKilledAndResumedTellsTheSame() {
    Report straight = RehearsedRunbooks.failed(RunbookReportTest::of);
    Report resumed = RehearsedRunbooks.killedAndResumed(RunbookReportTest::of);

    assertThat(blocks(resumed))
        .extracting(Filled::end, Filled::runs)
        .containsExactlyElementsOf(
            blocks(straight).stream().map(each -> tuple(each.end(), each.runs())).toList());
    assertThat(resumed.nodes()).extracting(NodeRow::outcome).containsExactly(Outcome.RETIRED);
    assertThat(resumed.timeline().gaps()).isNotEmpty();
  }
}
