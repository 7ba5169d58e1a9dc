package io.ebb.kill;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What is done. Nodes are retired in most ways: 12 of them, in 3 batches, from 2 queues. A batch
/// of 4 is of the first queue, one of both, one of the second.
enum Way {
  /// `ebb apply` in real time, nothing put between but for its HTTP exchanges; since that takes so
  /// long, of 2 nodes in one batch.
  COMMAND,
  /// `ebb apply` of a saved plan.
  APPLY,
  /// A script in JavaScript.
  JAVASCRIPT,
  /// A script in Python.
  PYTHON,
  /// A runbook whose blocks are in both languages.
  RUNBOOK,
  /// A script in JavaScript that retires nothing: it orders four changes directly.
  ORDERS;

  private static final String TWELVE = "node[1-6,11-16]";
  private static final String TWO = "node[1,11]";
  private static final String MOVED = "node[17-18]";

  private static final String JS =
      """
      const cluster = ehpc.cluster('%s')
      const nodes = cluster.nodes().named('%s')
      log(`retiring ${nodes.count} of ${cluster.nodes().count}`)
      const run = cluster.retire(nodes, {batch: '4', drain: '1h'}).apply()
      log(`${run.state}, ${cluster.nodes().count} are left`)
      """;

  private static final String PY =
      """
      cluster = ehpc.cluster('%s')
      nodes = cluster.nodes().named('%s')
      log(f'retiring {nodes.count} of {cluster.nodes().count}')
      run = cluster.retire(nodes, batch='4', drain='1h').apply()
      log(f'{run.state}, {cluster.nodes().count} are left')
      """;

  private static final String MD =
      """
      # Twelve nodes

      ```js {name=look}
      const cluster = ehpc.cluster('%1$s')
      const nodes = cluster.nodes().named('%2$s')
      log(`retiring ${nodes.count} of ${cluster.nodes().count}`)
      share.set('nodes', nodes)
      ```

      ```python {name=retire confirm="Are they to go?"}
      run = ehpc.cluster('%1$s').retire(share.get('nodes'), batch='4', drain='1h').apply()
      share.set('state', run.state)
      ```

      ```js {name=look-again when="share.get('state') === 'done'"}
      log(`${share.get('state')}, ${cluster.nodes().count} are left`)
      ```
      """;

  private static final String FOUR =
      """
      const cluster = ehpc.cluster('%1$s')
      const queue = cluster.queue('vis')
      queue.removeNodes('%2$s').wait()
      cluster.restartNodes('%2$s').wait()
      queue.addNodes('%2$s').wait()
      cluster.addNodes(1).wait()
      log(`${cluster.nodes().count} are there`)
      """;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Way labelled(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /// Whether it lives in the machine's time.
  boolean real() {
    return this == COMMAND;
  }

  /// Whether the same command once more carries out the same plan.
  boolean repeatable() {
    return this == APPLY || this == COMMAND;
  }

  /// How many runs the journal knows of in the end: that of a script has one of its own.
  int runs() {
    return repeatable() || this == ORDERS ? 1 : 2;
  }

  /// The hosts of the nodes that go, or are moved.
  String nodes() {
    return switch (this) {
      case COMMAND -> TWO;
      case ORDERS -> MOVED;
      case APPLY, JAVASCRIPT, PYTHON, RUNBOOK -> TWELVE;
    };
  }

  /// The command line behind `ebb` that begins it.
  List<String> words(Path plan) {
    return switch (this) {
      case APPLY, COMMAND -> List.of("apply", plan.toString(), "--yes");
      case JAVASCRIPT -> List.of("run", "--eval", text(JS), "--lang", "js", "--yes");
      case ORDERS -> List.of("run", "--eval", text(FOUR), "--lang", "js", "--yes");
      case PYTHON -> List.of("run", "--eval", text(PY), "--lang", "python", "--yes");
      case RUNBOOK -> List.of("run", "--eval", text(MD), "--lang", "md", "--yes");
    };
  }

  private String text(String script) {
    return script.formatted(KillWorld.CLUSTER, nodes());
  }
}
