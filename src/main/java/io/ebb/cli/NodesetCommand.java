package io.ebb.cli;

import io.ebb.cluster.NodeSet;
import io.ebb.cluster.NodeSetException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ebb nodeset`: expands, folds and counts node sets without asking any service. Exit code 0, or 2
/// for a malformed set.
@Command(
    name = "nodeset",
    description = "Expand, fold and count node sets.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Operators, from left to right: ',' union  '!' minus  '&' and  '^' exclusive or.",
      "",
      "  ebb nodeset -e 'node[1-9/2]!node5'",
      "  ebb nodeset -f node1 node2 node3",
      "  echo '{\"op\": \"count\", \"input\": \"node[1-9]\"}' | ebb nodeset --batch"
    })
final class NodesetCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @ArgGroup(exclusive = true, multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private Action action;

  @Option(
      names = {"-S", "--separator"},
      paramLabel = "TEXT",
      defaultValue = " ",
      description = "What -e puts between names; \\n is a new line. Default: a blank.")
  private String separator = " ";

  @Parameters(
      paramLabel = "EXPR",
      arity = "0..*",
      description = "Node sets; their union is taken. Without any: read from standard input.")
  private List<String> expressions = new ArrayList<>();

  private final BufferedReader input;

  /// Reads `input` where it is asked to.
  NodesetCommand(Reader input) {
    this.input = new BufferedReader(input);
  }

  @Override
  public Integer call() throws IOException {
    return action.batch ? answerLines() : printUnion();
  }

  private int printUnion() {
    List<NodeSet> sets = new ArrayList<>();
    for (String expression : expressions.isEmpty() ? input.lines().toList() : expressions) {
      try {
        sets.add(NodeSet.parse(expression));
      } catch (NodeSetException e) {
        spec.commandLine().getErr().printf("ebb nodeset: %s: %s%n", expression, e.getMessage());
        return ExitCode.USAGE;
      }
    }
    spec.commandLine().getOut().println(shown(NodeSet.unionOf(sets)));
    return ExitCode.DONE;
  }

  private String shown(NodeSet set) {
    if (action.expand) {
      return String.join(separator.replace("\\n", "\n"), set.expand());
    }
    return action.fold ? set.fold() : Integer.toString(set.size());
  }

  /// Blank lines are skipped. Each answer is flushed, so that another program can hold a
  /// conversation.
  private int answerLines() throws IOException {
    NodeSetBatch batch = new NodeSetBatch();
    PrintWriter out = spec.commandLine().getOut();
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      if (!line.isBlank()) {
        out.println(batch.answer(line));
        out.flush();
      }
    }
    return ExitCode.DONE;
  }

  private static final class Action {
    @Option(
        names = {"-e", "--expand"},
        required = true,
        description = "Print the single names on one line.")
    private boolean expand;

    @Option(
        names = {"-f", "--fold"},
        required = true,
        description = "Print the set in its shortest form.")
    private boolean fold;

    @Option(
        names = {"-c", "--count"},
        required = true,
        description = "Print how many names.")
    @SuppressWarnings("UnusedVariable") // What is left when it is none of the others.
    private boolean count;

    @Option(
        names = "--batch",
        required = true,
        description =
            "Answer each line of JSON on standard input, {\"op\": …, \"input\": …}, with a line"
                + " of JSON; blank lines are skipped.")
    private boolean batch;
  }
}
