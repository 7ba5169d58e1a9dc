package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.cli.Shell.Result;
import org.junit.jupiter.api.Test;

/// What a script asks: by whom and how it is answered.
final class QuestionsTest {
  private static final String CONFIRM = "show(confirm('Go on?', {name: 'go'}))";
  private static final String ASK =
      "show(ask('size', {question: 'How large?', choices: ['small', 'large']}))";
  private static final String DEFAULT = "show(ask('size', {otherwise: '4'}))";

  private final Shell shell = Shell.bare();

  private static Result run(Shell at, String code, String... options) {
    String[] words = new String[options.length + 4];
    System.arraycopy(new String[] {"run", "--sim", "--eval", code}, 0, words, 0, 4);
    System.arraycopy(options, 0, words, 4, options.length);
    return at.run(words);
  }

  @Test
  void personAtTheTerminalIsAskedUntilTheAnswerIsYesOrNo() {
    Result yes = run(shell.typing("maybe\n\nY\n"), CONFIRM);

    assertThat(yes.out()).isEqualTo("true\n");
    assertThat(yes.err()).isEqualTo("Go on? yes or no [no]: ".repeat(3));
    assertThat(run(shell.typing("no\n"), CONFIRM).out()).isEqualTo("false\n");
    assertThat(run(shell.typing(""), CONFIRM).out()).isEqualTo("false\n");
  }

  @Test
  void personAtTheTerminalIsAskedUntilTheAnswerIsOneOfTheChoices() {
    Result asked = run(shell.typing("huge\n\n large \n"), ASK);

    assertThat(asked.out()).isEqualTo("large\n");
    assertThat(asked.err()).isEqualTo("How large? small or large: ".repeat(3));
  }

  @Test
  void nothingTypedIsTheDefault() {
    Result asked = run(shell.typing("\n"), DEFAULT);

    assertThat(asked.out()).isEqualTo("4\n");
    assertThat(asked.err()).isEqualTo("size [4]: ");
    assertThat(run(shell.typing("7\n"), DEFAULT).out()).isEqualTo("7\n");
  }

  @Test
  void whereNobodyIsTheErrorNamesTheOption() {
    Result confirm = run(shell, CONFIRM);
    assertThat(confirm.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(confirm.err())
        .contains("nobody can be asked \"Go on?\": this is not a terminal")
        .contains("hint: give --answer go=yes, or --yes");
    assertThat(run(shell, "confirm('Go on?')").err()).contains("hint: give --yes\n");
    assertThat(run(shell, ASK).err()).contains("hint: give --answer size=small or large");
    assertThat(run(shell.typing("y\n"), CONFIRM, "--no-input").exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(run(shell.typing(""), ASK).err()).contains("was not answered: the input has ended");
  }

  @Test
  void scriptMayCatchThatNobodyIsThere() {
    String code = "try { confirm('Go on?') } catch (e) { show([e.name, e.hint]) }";

    assertThat(run(shell, code, "-o", "json").json().toString())
        .isEqualTo("[\"RefusedError\",\"give --yes\"]");
  }

  @Test
  void optionsAnswerBeforeAnybodyIsAsked() {
    assertThat(run(shell, CONFIRM, "--yes").err()).contains("Go on? yes, by --yes");
    Result no = run(shell.typing("yes\n"), CONFIRM, "--yes", "--answer", "go=no");
    assertThat(no.out()).isEqualTo("false\n");
    assertThat(no.err()).isEqualTo("Go on? no, by --answer\n");
    assertThat(run(shell, ASK, "--answer", "size=small").out()).isEqualTo("small\n");
    assertThat(run(shell, DEFAULT).err()).isEqualTo("size 4, by default\n");
  }

  @Test
  void dryRunTakesConfirmationsForGrantedAndAsksForTheRest() {
    Result confirm = run(shell, CONFIRM, "--dry-run");
    assertThat(confirm.out()).isEqualTo("true\n");
    assertThat(confirm.err()).isEqualTo("Go on? yes, by the dry run, which asks nobody\n");
    assertThat(run(shell, ASK, "--dry-run").exit()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void answerThatDoesNotFitIsRefused() {
    Result size = run(shell, ASK, "--answer", "size=huge");
    assertThat(size.exit()).isEqualTo(ExitCode.REFUSED);
    assertThat(size.err())
        .contains("--answer size=huge is no answer to \"How large?\"")
        .contains("hint: give --answer size=small or large");
    assertThat(run(shell, CONFIRM, "--answer", "go=1").exit()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void answersThatCannotBeReadAreToldAllAtOnce() {
    String[] wrong = {"--answer", "size", "--answer", "=4", "--answer", "a=1", "--answer", "a=2"};

    Result result = run(shell, ASK, wrong);

    assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("--answer size: answers are given as --answer NAME=VALUE")
        .contains("--answer =4: answers")
        .contains("--answer a is given twice");
  }

  @Test
  void answersThatWereNotAskedForAreToldInTheEnd() {
    Result result =
        run(shell, ASK, "--answer", "size=small", "--answer", "siez=1", "--answer", "go=yes");

    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .contains("warning: --answer go, siez: no such question was asked; asked was size\n");
  }
}
