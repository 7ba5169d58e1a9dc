package io.ebb.kill;

import java.util.List;
import java.util.Locale;

/// The ways in which the nodes are retired: 12 of them, in 3 batches, from 2 queues.
enum Way {
  /// `ebb apply` of a saved plan.
  APPLY,
  /// A script in JavaScript.
  JAVASCRIPT,
  /// A script in Python.
  PYTHON;

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

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Way labelled(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /// The command line behind `ebb` that begins it.
  ///
  /// @param plan the file with the plan
  List<String> words(String plan) {
    return switch (this) {
      case APPLY ->
          List.of(
              "retire", KillWorld.TARGETS, "--cluster", KillWorld.CLUSTER, "--batch", "4", "--yes");
      case JAVASCRIPT -> List.of("run", "--eval", text(JS), "--lang", "js", "--yes");
      case PYTHON -> List.of("run", "--eval", text(PY), "--lang", "python", "--yes");
    };
  }

  private static String text(String script) {
    return script.formatted(KillWorld.CLUSTER, KillWorld.TARGETS);
  }
}
