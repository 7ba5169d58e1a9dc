package io.ebb.bench;

import io.ebb.Ebb;
import io.ebb.script.Language;
import io.ebb.script.Script;
import io.ebb.script.ScriptEngine;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.Duration;
import java.util.Map;

/// What scripts cost beside the calls that they make: the door, contexts, callbacks.
final class ScriptFigures {
  private static final Work WORK = new Work(5_000, 50, 1);
  private static final String CLUSTER = WORK.clusterIds().getFirst();
  private static final int NODES = 2 * WORK.nodes();
  private static final int SETTLED = 50;
  private static final double MOST_GROWTH = 1; // MiB

  private ScriptFigures() {}

  static void print(boolean quick) {
    SimOptions options = SimOptions.defaults().withCallQuota(Integer.MAX_VALUE);
    try (Simulator simulator = Simulator.start(WORK.scenario(), options);
        Ebb ebb = EbbClient.connect(Service.of(simulator))) {
      door(ebb, quick ? 5_000 : 20_000);
      callbacks(ebb);
      many(ebb, quick ? 200 : 1_000);
    }
  }

  private static void door(Ebb ebb, int times) {
    System.out.printf(
        "%nThe door: one read word without HTTP, beside the same loop without it, best of %d%n",
        Loop.ROUNDS);
    System.out.printf("%-36s%11s%11s%n", "", "JavaScript", "Python");
    print(ebb, "a fact: few.count", "few.count", times);
    print(ebb, "a word: few.role(\"compute\")", "few.role(\"compute\")", times);
    print(ebb, "an option: cluster.plan(\"t\", batch)", "", times);
  }

  private static void print(Ebb ebb, String name, String word, int times) {
    double[] micros = new double[2];
    for (Language language : Language.values()) {
      String said = word.isEmpty() ? withOption(language) : word;
      long empty = best(ebb, language, loop(language, "i", times));
      long full = best(ebb, language, loop(language, said, times));
      micros[language.ordinal()] = (full - empty) / 1_000.0 / times;
    }
    System.out.printf("%-36s%8.1f µs%8.1f µs%n", name, micros[0], micros[1]);
  }

  private static String withOption(Language language) {
    return switch (language) {
      case JAVASCRIPT -> "cluster.plan(\"t\", {batch: \"all\"})";
      case PYTHON -> "cluster.plan(\"t\", batch=\"all\")";
    };
  }

  private static String loop(Language language, String body, int times) {
    return switch (language) {
      case JAVASCRIPT ->
          """
          const cluster = ehpc.cluster("%s"), nodes = cluster.nodes(), few = nodes.named("node[1-4]")
          for (let round = 0; round < %d; round++) {
            log("begin")
            for (let i = 0; i < %d; i++) { %s }
            log("end")
          }
          """
              .formatted(CLUSTER, Loop.ROUNDS, times, body);
      case PYTHON ->
          """
          cluster = ehpc.cluster("%s")
          nodes = cluster.nodes()
          few = nodes.named("node[1-4]")
          def loop():
              for i in range(%d):
                  %s
          for round in range(%d):
              log("begin")
              loop()
              log("end")
          """
              .formatted(CLUSTER, times, body, Loop.ROUNDS);
    };
  }

  private static void callbacks(Ebb ebb) {
    System.out.printf(
        "%nA set of %,d nodes filtered by a callback that reads two facts, best of %d%n",
        NODES, Loop.ROUNDS);
    for (Language language : Language.values()) {
      String test =
          switch (language) {
            case JAVASCRIPT -> "nodes.where(n => n.cpu >= 8 && n.serial % 2 == 0)";
            case PYTHON -> "nodes.where(lambda n: n.cpu >= 8 and n.serial % 2 == 0)";
          };
      long best = best(ebb, language, loop(language, test, 1));
      System.out.printf(
          "%-36s%8d ms%8.1f µs a node%n", language, best / 1_000_000, best / 1_000.0 / NODES);
    }
  }

  private static long best(Ebb ebb, Language language, String text) {
    Gate gate = new Gate(1);
    try (ScriptEngine engine = new ScriptEngine(language)) {
      ebb.run(engine, Script.of("loop", language, text), Map.of(), LoopHost.at(gate));
    }
    return gate.best();
  }

  private static void many(Ebb ebb, int scripts) {
    System.out.printf(
        "%n%,d scripts one after the other, each in a context of its own, on one engine%n",
        scripts);
    System.out.printf(
        "%-24s%9s%9s%9s%9s   %s%n",
        "", "first", "p50", "p95", "growth", "of heap after the first 50: at most 1 MiB");
    for (Language language : Language.values()) {
      many(ebb, language, scripts);
    }
  }

  private static void many(Ebb ebb, Language language, int scripts) {
    Script script = Script.of("one", language, "log(ehpc.cluster(\"" + CLUSTER + "\").id)");
    Samples samples = new Samples(scripts);
    try (ScriptEngine engine = new ScriptEngine(language)) {
      Runnable one = () -> ebb.run(engine, script, Map.of(), new LoopHost(_ -> {}));
      long start = System.nanoTime();
      one.run();
      Duration first = Duration.ofNanos(System.nanoTime() - start);
      for (int i = 1; i < SETTLED; i++) {
        one.run();
      }
      double before = usedHeap();
      for (int i = SETTLED; i < scripts; i++) {
        samples.take(one);
      }
      double growth = usedHeap() - before;
      System.out.printf(
          "%-24s%6d ms%6.1f ms%6.1f ms%+5.1f MiB   %s%n",
          language,
          first.toMillis(),
          samples.median().toNanos() / 1e6,
          samples.percentile(95).toNanos() / 1e6,
          growth,
          Aim.verdict(growth < MOST_GROWTH));
    }
  }

  /// In MiB, when all that can be collected has been.
  private static double usedHeap() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (1024.0 * 1024);
  }
}
