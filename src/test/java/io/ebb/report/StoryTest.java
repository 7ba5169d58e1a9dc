package io.ebb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ebb.report.Passage.Filled;
import io.ebb.report.Passage.Output;
import io.ebb.run.Entry.BlockEnd;
import io.ebb.run.RunState;
import org.junit.jupiter.api.Test;

/// What a report tells of scripts and runbooks.
final class StoryTest {

  @Test
  void aRunbookIsItsOwnTextFilledIn() {
    Report report = Samples.runbook();

    assertThat(report.cover().title()).isEqualTo("下线队列 vis");
    assertThat(report.cover().kind()).isEqualTo(Kind.RUNBOOK);
    assertThat(report.story())
        .extracting(Object::getClass)
        .containsExactly(
            Passage.Text.class,
            Filled.class,
            Passage.Text.class,
            Filled.class,
            Filled.class,
            Filled.class);
    assertThat(report.story())
        .filteredOn(Filled.class::isInstance)
        .extracting(Filled.class::cast)
        .extracting(filled -> filled.block().name(), Filled::end, Filled::note, Filled::by)
        .containsExactly(
            tuple("look", BlockEnd.DONE, "", ""),
            tuple("unplug", BlockEnd.DONE, "拔掉了", "alice at the terminal"),
            tuple("after", BlockEnd.SKIPPED, "its condition does not hold", ""),
            tuple("last", BlockEnd.FAILED, "下线.md:30:1: fail is not defined", ""));
  }

  @Test
  void whatWasShownStandsInTheBlockThatShowedIt() {
    Filled look = (Filled) Samples.runbook().story().get(1);

    assertThat(look.shown()).extracting(Output::text).containsExactly("queue vis: 8 nodes\n名字  节点");
    assertThat(look.began()).isEqualTo(Samples.BEGAN.plusSeconds(1));
    assertThat(look.ended()).isEqualTo(Samples.BEGAN.plusSeconds(4));
  }

  @Test
  void aFailedRunbookCanBeResumed() {
    Report report = Samples.runbook();

    assertThat(report.cover().state()).isEqualTo(RunState.FAILED);
    assertThat(report.next())
        .extracting(Next::command)
        .containsExactly("ebb resume " + run(report));
    assertThat(report.problems()).extracting(Problem::where).contains("block last");
  }

  private static String run(Report report) {
    return report.cover().run();
  }

  @Test
  void secretsAreMaskedAndOtherParametersTold() {
    assertThat(Samples.runbook().parameters())
        .containsExactly(new Setting("queue", "vis", false), new Setting("token", "", true));
  }

  @Test
  void whoDecidedWhatIsTold() {
    assertThat(Samples.runbook().decisions())
        .extracting(Decision::answer, Decision::by)
        .containsExactly(tuple("yes", "alice"), tuple("done: 拔掉了", "alice at the terminal"));
  }

  @Test
  void ofAScriptItsStepsItsOrdersAndWhatItShowedAreTold() {
    Report report = Samples.script();

    assertThat(report.steps())
        .extracting(step -> step.path())
        .containsExactly("add nodes", "look again");
    assertThat(report.sent())
        .extracting(SentCall::words, SentCall::call, SentCall::operation, SentCall::result)
        .containsExactly(tuple("add nodes", "cluster(\"ehpc-1\").addNodes(1)", "j-1", "accepted"));
    assertThat(report.story())
        .singleElement()
        .isEqualTo(new Output(Samples.BEGAN.plusSeconds(7), "hello"));
    assertThat(report.cover().state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aReportMayBeOfASession() {
    Report report = Samples.session();

    assertThat(report.cover().kind()).isEqualTo(Kind.SESSION);
    assertThat(report.story()).hasSize(2);
    assertThat(report.nodes()).isEmpty();
  }
}
