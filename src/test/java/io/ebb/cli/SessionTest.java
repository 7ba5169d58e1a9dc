package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Statements, questions and jobs of a session, at a simulated cluster.
@Timeout(180)
final class SessionTest {
  private static final String QUESTION = "? type 2 to go on: ";

  @TempDir private Path state;

  private Seat seat;

  @BeforeEach
  void sitDown() {
    seat = Seat.simulated(state, "--sim");
    String _ = seat.say("c = ehpc.cluster('" + Shell.CLUSTER + "')");
  }

  @AfterEach
  void standUp() throws Exception {
    seat.close();
  }

  @Test
  void resultsAreShownAndAssignmentsAreNot() {
    assertThat(seat.say("1 + 1")).isEqualTo("2\n");
    assertThat(seat.say("const n = 3")).isEmpty();
    assertThat(seat.say("n")).isEqualTo("3\n");
    assertThat(seat.say("c")).contains("id         " + Shell.CLUSTER, "scheduler  slurm");
    assertThat(seat.say("c.queues()")).startsWith("PARTITION").contains("batch");
  }

  @Test
  void plainValuesAreShownInOneLine() {
    assertThat(seat.say("[1, 'a', null, [true]]")).isEqualTo("[1, \"a\", null, [true]]\n");
    assertThat(seat.say("[]")).isEqualTo("[]\n");
    assertThat(seat.say("({})")).isEqualTo("{}\n");
    assertThat(seat.say("({a: 'x', b: {c: [1, 'y']}})")).isEqualTo("a: x\nb: {c: [1, \"y\"]}\n");
    assertThat(seat.say("py [1, 'a', None]")).isEqualTo("[1, \"a\", null]\n");
  }

  @Test
  void farewellOfOtherPromptsEndsTheSession() throws Exception {
    assertThat(seat.type("exit()").end()).isZero();
  }

  @Test
  void errorIsToldWithItsPlaceAndTheSessionGoesOn() {
    assertThat(seat.say("  nodse.idle()")).contains(":1:3: error: ", "  ^");
    assertThat(seat.say("c.nodes('node99')")).contains("error: ");
    assertThat(seat.say("n = 4; n")).isEqualTo("4\n");
  }

  @Test
  void errorIsCutBetweenWordsWithItsPlaceBeforeIt() {
    assertThat(seat.say("c.nodes().leaveQueue()").lines())
        .anyMatch(
            line -> line.startsWith("js[2]:1:1: error: TypeError: there is no nodes.leaveQueue"))
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void listsAreCutAtTheHeightOfTheScreen() {
    assertThat(seat.say("Array.from({length: 60}, (_, i) => i)"))
        .contains("\n36\n", "… 23 more rows; :more shows all")
        .doesNotContain("\n37\n");
    assertThat(seat.say(":more")).contains("\n37\n", "\n59\n");
  }

  @Test
  void otherLanguageIsSaidInOneLine() {
    assertThat(seat.say("py [n * 2 for n in range(3)]")).contains("4");
    assertThat(seat.say("share.set('n', 5)")).isNotNull();
    assertThat(seat.say("py share.get('n')")).contains("5");
  }

  @Test
  void timeAndCallsAreTold() {
    assertThat(seat.say(":time c.queues()")).containsPattern("\\d+ ms, [1-9]\\d* API calls?");
    assertThat(seat.say(":time on")).isEmpty();
    assertThat(seat.say("1")).containsPattern("1\n\\d+ ms, 0 API calls");
  }

  @Test
  void planIsAppliedWhenTheNumberOfItsNodesIsTyped() {
    String asked = seat.type("run = c.retire('node[5-6]').apply()").until(QUESTION);
    assertThat(asked)
        .contains("retire 2 of 32", "Retire 2 nodes of " + Shell.CLUSTER + ": node[5-6]");

    String done = seat.type("2").until("sim js> ");

    assertThat(done).contains("done in", "2 retired");
    assertThat(seat.say("run.retired")).contains("node5", "node6");
    assertThat(seat.say(":plan")).contains("retire 2 of 32");
  }

  @Test
  void anythingElseDeclinesAndTheSessionKeepsItsVariables() {
    for (String typed : List.of("1", "y", "yes", "")) {
      String _ = seat.type("p = c.retire('node[5-6]'); p.apply()").until(QUESTION);
      assertThat(seat.type(typed).until("sim js> "))
          .contains("was not confirmed", "nothing was changed")
          .doesNotContain("error", "^");
    }
    assertThat(seat.say("p.hosts.length")).isEqualTo("2\n");
    assertThat(seat.say(":runs")).contains("no runs yet");
  }

  @Test
  void interruptAtAQuestionDeclines() {
    String _ = seat.type("c.retire('node[5-6]').apply()").until(QUESTION);
    assertThat(seat.interrupt().until("sim js> ")).contains("nothing was changed");
    String _ = seat.type("confirm('Go on?')").until("[no]: ");
    assertThat(seat.interrupt().until("sim js> ")).contains("interrupted");
  }

  @Test
  void interruptStopsAnEvaluation() {
    String _ =
        seat.type("log('begun'); while (true) { try { for (;;) {} } catch (e) {} }")
            .until("begun\n");
    assertThat(seat.interrupt().until("sim js> ")).contains("interrupted");
    assertThat(seat.say("c.id")).contains(Shell.CLUSTER);
  }

  @Test
  void interruptStopsARunAsItStandsAndItCanBeResumed() {
    String _ =
        seat.type("c.retire('node[1,5]', {batch: 'all', drain: '3h'}).apply()").until(QUESTION);
    String _ = seat.type("2").until("may be using node1");

    String stopped = seat.interrupt().until("sim js> ");

    assertThat(stopped)
        .contains("interrupted", "before the point of no return", "next: :resume r-", ":undo r-");
    assertThat(seat.type(":undo last").until("sim js> ")).contains("cancelled");
  }

  @Test
  void planGoesOnBehindAndItsEndIsToldAboveThePrompt() {
    String _ = seat.type(":bg c.retire('node[5-6]').apply()").until(QUESTION);
    assertThat(seat.type("2").until("sim js> ")).contains("job 1: run r-", ":wait 1 follows it");
    assertThat(seat.say(":jobs")).contains("r-");
    assertThat(seat.say("1 + 1")).contains("2\n");
    assertThat(seat.until("2 retired")).contains("done in");
  }

  @Test
  void jobIsFollowedUntilItEndsOrSomebodyHasHadEnough() {
    String _ =
        seat.type(":bg c.retire('node[1,5]', {batch: 'all', drain: '3h'}).apply()").until(QUESTION);
    String _ = seat.type("2").until("sim js> ");
    String _ = seat.type(":wait").until("may be using node1");

    assertThat(seat.interrupt().until("sim js> ")).contains("no longer followed; job 1 goes on");
  }

  @Test
  void whoLeavesWhileAJobGoesOnIsAsked() throws Exception {
    String _ =
        seat.type(":bg c.retire('node[1,5]', {batch: 'all', drain: '3h'}).apply()").until(QUESTION);
    String _ = seat.type("2").until("sim js> ");

    assertThat(seat.type(":quit").until("(y/N) ")).contains("job 1 goes on");
    String _ = seat.type("n").until("sim js> ");
    String _ = seat.type(":quit").until("(y/N) ");

    assertThat(seat.type("y").end()).isZero();
  }

  @Test
  void resultsAreJsonWhereJsonIsAskedFor() {
    try (Seat json = Seat.simulated(state, "--sim", "-o", "json")) {
      assertThat(json.say("[1, 'a']")).isEqualTo("[1,\"a\"]\n");
      assertThat(json.say("nodse")).startsWith("{\"error\":{");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
