package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

final class NodesetCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void expandsTheUnionOnOneLine() {
    assertThat(run("", "-e", "node[1-2]", "login1", "node2")).isZero();
    assertThat(out).hasToString("login1 node1 node2" + System.lineSeparator());
  }

  @Test
  void separatorMayBeANewLine() {
    assertThat(run("", "-e", "-S", "\\n", "node[1-2]")).isZero();
    assertThat(out.toString().lines()).containsExactly("node1", "node2");
  }

  @Test
  void foldsLinesOfStandardInput() {
    assertThat(run("node3\n\nnode[1-2] , login1\n", "--fold")).isZero();
    assertThat(out.toString().strip()).isEqualTo("login1,node[1-3]");
  }

  @Test
  void countsEachNameOnce() {
    assertThat(run("", "-c", "node[1-100000]", "node[5-7]")).isZero();
    assertThat(out.toString().strip()).isEqualTo("100000");
  }

  @Test
  void malformedSetIsAUsageErrorOnStandardError() {
    assertThat(run("", "-f", "node1", "node[3-1]")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().strip())
        .isEqualTo("ebb nodeset: node[3-1]: \"3-1\" at position 6: the range runs backwards");
  }

  @Test
  void exactlyOneActionIsNeeded() {
    assertThat(run("", "node1")).isEqualTo(2);
    assertThat(run("", "-e", "-f", "node1")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void batchGoesOnAfterAFaultyLineAndSkipsBlankOnes() {
    String good = "{\"op\": \"count\", \"input\": \"n[1-3]\"}";
    assertThat(run(good + "\n\n  \nnonsense\n" + good, "--batch")).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("{\"result\":3}"),
            line -> assertThat(line).startsWith("{\"error\":"),
            line -> assertThat(line).isEqualTo("{\"result\":3}"));
  }

  @Test
  @Timeout(20)
  void batchAnswersEachLineBeforeTheNextOneComes() throws Exception {
    PipedWriter requests = new PipedWriter();
    PipedReader asked = new PipedReader(requests);
    PipedWriter answers = new PipedWriter();
    BufferedReader answered = new BufferedReader(new PipedReader(answers));
    CompletableFuture<Integer> exit =
        CompletableFuture.supplyAsync(() ->
            new CommandLine(new NodesetCommand(asked))
                .setOut(new PrintWriter(answers))
                .execute("--batch"));
    for (int count = 1; count <= 3; count++) {
      ask(requests, "{\"op\": \"count\", \"input\": \"n[1-%d]\"}".formatted(count));
      assertThat(answered.readLine()).isEqualTo("{\"result\":%d}".formatted(count));
    }
    requests.close();
    assertThat(exit.get(10, TimeUnit.SECONDS)).isZero();
  }

  private static void ask(PipedWriter requests, String line) throws IOException {
    requests.write(line + "\n");
    requests.flush();
  }

  private int run(String input, String... words) {
    return new CommandLine(new NodesetCommand(new StringReader(input)))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }
}
