package io.ebb.kill;

import io.ebb.cluster.Node;
import io.ebb.run.History;
import io.ebb.run.RunHead;
import io.ebb.run.RunState;
import io.ebb.run.SqlJournal;
import io.ebb.run.Truth;
import io.ebb.sim.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What must be so when the last process has ended, by the world's own log and by the journal.
final class Verdict {
  /// More runs than there ever are.
  static final int HEADS = 10;

  private final Way way;
  private final KillWorld world;
  private final Truth truth;
  private final List<String> violations = new ArrayList<>();

  Verdict(Way way, KillWorld world, Path stateFolder) {
    this.way = way;
    this.world = world;
    this.truth = new Truth(world.before(), world.sim().changes(), world.targets(), Set.of());
    if (way == Way.ORDERS) {
      checkOrders();
    } else {
      violations.addAll(truth.violations());
      world.targets().forEach(this::checkGone);
    }
    checkSent();
    try (SqlJournal journal = SqlJournal.in(stateFolder)) {
      checkRuns(journal);
    }
  }

  /// All that is wrong.
  List<String> violations() {
    return violations;
  }

  private void checkGone(String node) {
    if (truth.exists(node) || truth.deleted(node) != 1 || truth.left(node) != 1) {
      violations.add(
          "%s was deleted %d times and left its queue %d times"
              .formatted(node, truth.deleted(node), truth.left(node)));
    }
  }

  /// Each of the four has happened once, and the nodes are where they were.
  private void checkOrders() {
    Map<Change.Kind, Long> happened =
        world.sim().changes().stream()
            .collect(Collectors.groupingBy(Change::kind, Collectors.counting()));
    long operations = happened.getOrDefault(Change.Kind.OPERATION_SUCCEEDED, 0L);
    long moved = happened.getOrDefault(Change.Kind.NODE_LEFT, 0L);
    long back = happened.getOrDefault(Change.Kind.NODE_JOINED, 0L);
    long added = happened.getOrDefault(Change.Kind.NODE_CREATED, 0L);
    long two = world.targets().size();
    if (operations != 4 || moved != two || added != 1 || back != two + added) {
      violations.add("what was ordered did not happen once each: " + happened);
    }
    world.targets().stream()
        .filter(node -> !Optional.ofNullable(homes().get(node)).equals(truth.queue(node)))
        .forEach(node -> violations.add(node + " is not in its queue"));
  }

  /// Who looks before anything else sends nothing that was done already.
  private void checkSent() {
    world.sim().calls().stream()
        .filter(call -> call.method().equals("POST") && call.retCode() != 0)
        .forEach(call -> violations.add("the service had to refuse what was sent: " + call));
  }

  private void checkRuns(SqlJournal journal) {
    List<RunHead> runs = journal.heads(HEADS);
    runs.stream()
        .filter(run -> run.state() != RunState.DONE)
        .forEach(run -> violations.add("run %s is %s".formatted(run.id(), run.state())));
    if (runs.size() != way.runs()) {
      violations.add("there are %d runs: %s".formatted(runs.size(), runs));
    }
    if (!journal.held().isEmpty()) {
      violations.add("nodes are held still: " + journal.held());
    }
    runs.stream()
        .filter(run -> !run.script())
        .flatMap(run -> History.of(journal.entries(run.id())).ended().stream())
        .flatMap(run -> truth.contradictions(run, homes()).stream())
        .forEach(violations::add);
  }

  private Map<String, String> homes() {
    return world.before().nodes().stream()
        .filter(node -> node.queue() != null)
        .collect(Collectors.toMap(Node::id, node -> String.valueOf(node.queue())));
  }
}
