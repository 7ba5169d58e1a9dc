package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands of a session, at a simulated cluster.
@Timeout(120)
final class SessionCommandsTest {
  @TempDir private Path state;

  private Seat seat;

  @BeforeEach
  void sitDown() {
    seat = Seat.simulated(state, "--sim");
  }

  @AfterEach
  void standUp() throws Exception {
    seat.close();
  }

  @Test
  void bannerTellsWhereOneIsAndHowToGetOn() throws Exception {
    try (Seat quiet = Seat.simulated(state, "--sim", "-q")) {
      assertThat(quiet.type(":quit").end()).isZero();
    }
  }

  @Test
  void everyCommandHasHelp() {
    String overview = seat.say(":help");
    assertThat(overview).contains(":help", ":bg", ":resume", ":quit");
    overview
        .lines()
        .filter(line -> line.startsWith(":"))
        .map(line -> line.split(" ")[0])
        .forEach(name ->
            assertThat(seat.say(name + " --help"))
                .as(name)
                .contains("Usage: " + name, "-h, --help")
                .doesNotContain("--sim", "ebb runs"));
  }

  @ParameterizedTest
  @ValueSource(strings = {":help retire", ":help cluster.retire", "retire?"})
  void wordsAreExplained(String question) {
    assertThat(seat.say(question)).contains("cluster.retire", "Python");
  }

  @Test
  void unknownCommandOrWordNamesTheNearest() {
    assertThat(seat.say(":jobz")).contains("there is no command :jobz: did you mean :jobs?");
    assertThat(seat.say(":re"))
        .contains(":re may be :reset or :report or :resume: type more of it");
    assertThat(seat.say(":help retir")).contains("did you mean");
    assertThat(seat.say(":jobs 3")).contains("error: ", "hint: see :jobs --help");
  }

  @Test
  void beginningThatOnlyOneCommandHasIsTaken() {
    assertThat(seat.say(":j")).contains(":j may be :js or :jobs");
    assertThat(seat.say(":jo")).contains("no jobs yet");
    assertThat(seat.say(":w")).contains("no job goes on");
  }

  @Test
  void whatIsNotThereYetIsTold() {
    assertThat(seat.say(":plan")).contains("there is no plan yet");
    assertThat(seat.say(":more")).contains("nothing was cut");
    assertThat(seat.say(":wait 3")).contains("there is no job 3");
    assertThat(seat.say(":runs")).contains("no runs yet");
    assertThat(seat.say(":show last")).contains("there is no run yet");
  }

  @Test
  void commandsOfEbbWorkOnTheSessionsConnection() {
    assertThat(seat.say(":doctor")).contains("ok").doesNotContain("error");
    assertThat(seat.say(":runs -o json")).contains("[]");
  }

  @Test
  void quitAndExitEndTheSession() throws Exception {
    assertThat(seat.type(":exit").end()).isZero();
  }

  @Test
  void terminalThatIsGoneEndsTheSession() throws Exception {
    assertThat(seat.hangUp().end()).isZero();
  }

  @Test
  void languageIsSwitched() {
    String _ = seat.type(":py").until("sim py> ");
    String _ = seat.type(":js").until("sim js> ");
  }
}
