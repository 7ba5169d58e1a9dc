package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.sim.Fault;
import io.ebb.sim.FaultKind;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must not happen in a session, whenever a key is pressed.
@Timeout(120)
final class SessionSafetyTest {
  private static final String QUESTION = "? type 2 to go on: ";
  private static final String PROMPT = "ebb js> ";
  private static final String SIMULATED = "sim js> ";

  /// One second, and what a machine that does several things at once needs.
  private static final Duration SOON = Duration.ofMillis(1_500);

  private final Simulator simulator = Simulator.start(Scenario.standard(), SimOptions.defaults());

  @TempDir private Path state;

  @AfterEach
  void close() {
    simulator.close();
  }

  private Seat seat() {
    Seat seat = Seat.in(Shell.with(simulator), state);
    String _ = seat.say("c = ehpc.cluster('" + Shell.CLUSTER + "')");
    return seat;
  }

  private static String interrupted(Seat seat, String prompt) {
    long since = System.nanoTime();
    String told = seat.interrupt().until(prompt);
    assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SOON);
    return told;
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2\r2", "2\r\r2\r2"})
  void whatIsTypedBeforeAQuestionDoesNotAnswerIt(String early) throws IOException {
    try (Seat seat = Seat.simulated(state, "--sim")) {
      String _ = seat.say("c = ehpc.cluster('" + Shell.CLUSTER + "')");

      String _ = seat.type("c.retire('node[5-6]').apply()\r" + early).until(QUESTION);

      assertThat(seat.type("no").until(SIMULATED)).contains("nothing was changed");
      assertThat(seat.say(":runs")).contains("no runs yet");
    }
  }

  @Test
  void whatIsTypedBeforeItIsAskedWhetherToLeaveDoesNotAnswerIt() throws Exception {
    try (Seat seat = Seat.simulated(state, "--sim")) {
      String _ = seat.say("c = ehpc.cluster('" + Shell.CLUSTER + "')");
      String _ =
          seat.type(":bg c.retire('node[1,5]', {batch: 'all', drain: '3h'}).apply()")
              .until(QUESTION);
      String _ = seat.type("2").until(SIMULATED);

      String _ = seat.type(":quit\ry").until("(y/N) ");

      String _ = seat.type("").until(SIMULATED);
      assertThat(seat.say(":jobs")).contains("running");
    }
  }

  @Test
  void planThatWasBegunIsNotGoneOnWithUnasked() throws IOException {
    try (Seat seat = Seat.simulated(state, "--sim")) {
      String _ = seat.say("c = ehpc.cluster('" + Shell.CLUSTER + "')");
      String _ = seat.say("p = c.retire('node[1,5]', {batch: 'all', drain: '3h'}); 1");
      String _ = seat.type("p.apply()").until(QUESTION);
      String _ = seat.type("2").until("may be using node1");
      String _ = interrupted(seat, SIMULATED);

      assertThat(seat.type("p.apply()").until(QUESTION)).contains("Go on, and retire 2 nodes");

      assertThat(seat.type("no").until(SIMULATED)).contains("nothing was changed");
      assertThat(seat.type(":undo last").until(SIMULATED)).contains("cancelled");
      assertThat(seat.say("p.apply().state")).contains("cancelled");
    }
  }

  @Test
  void planThatGoesOnBehindIsNotBegunTwice() throws IOException {
    try (Seat seat = Seat.simulated(state, "--sim")) {
      String _ = seat.say("c = ehpc.cluster('" + Shell.CLUSTER + "')");
      String _ =
          seat.say("p = c.retire('node[1,5]', {batch: 'all', drain: '3h'}); share.set('p', p); 1");
      String _ = seat.type(":bg p.apply()").until(QUESTION);
      String _ = seat.type("2").until(SIMULATED);

      for (String again : List.of("p.apply()", ":bg p.apply()")) {
        assertThat(seat.say(again)).as(again).contains("error: ").doesNotContain("goes on behind");
      }
      assertThat(seat.say(":runs -o json").split("\"run\":\"r-", -1)).hasSize(2);
    }
  }

  @Test
  void interruptedRunWhoseCallIsSlowEndsBehindAndIsTold() throws IOException {
    try (Seat seat = seat()) {
      simulator.inject(
          Fault.next("/cluster/deleteNodes", new FaultKind.LateReply(Duration.ofSeconds(4))));
      String _ = seat.type("c.retire('node[5-6]').apply()").until(QUESTION);
      String _ = seat.type("2").until("2\n");
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() ->
              simulator.calls().stream()
                  .anyMatch(call -> call.path().equals("/cluster/deleteNodes")));

      assertThat(interrupted(seat, PROMPT)).contains("stops as soon as the call in flight");

      assertThat(seat.say("py 1 + 1")).contains("2");
    }
  }

  @Test
  void startUpFileThatHangsKeepsNobodyFromGoingOn() throws IOException {
    Path settings = state.resolve("config");
    Path file = settings.resolve("ebb/repl/init.js");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "log('begun'); while (true) {}\n");
    Map<String, String> variables =
        Map.of("XDG_STATE_HOME", state.toString(), "XDG_CONFIG_HOME", settings.toString());

    try (Seat seat = Seat.simulated(variables, "--sim")) {
      String _ = seat.until("begun\n");
      String _ = seat.type("1 + 1").until("1 + 1\n");
      Awaitility.await()
          .until(() ->
              Thread.getAllStackTraces().keySet().stream()
                  .anyMatch(thread -> thread.getName().equals("statement")));
      assertThat(interrupted(seat, SIMULATED)).contains("interrupted").doesNotContain("2\n");
      assertThat(seat.say("40 + 2")).contains("42");
    }
  }

  @Test
  void commandThatWasInterruptedAsksNoMore() throws IOException {
    try (Seat seat = seat()) {
      String _ =
          seat.type("c.retire('node[1,5]', {batch: 'all', drain: '3h'}).apply()").until(QUESTION);
      String _ = seat.type("2").until("may be using node1");
      String _ = interrupted(seat, PROMPT);

      String _ = seat.type(":resume last").until(QUESTION);
      assertThat(interrupted(seat, PROMPT)).contains("nothing was changed");
      String _ = seat.type(":resume last").until(QUESTION);
      String _ = seat.type("2").until("may be using node1");
      assertThat(interrupted(seat, PROMPT)).contains("interrupted");
      assertThat(seat.type(":undo last").until(PROMPT)).contains("cancelled");
    }
  }
}
