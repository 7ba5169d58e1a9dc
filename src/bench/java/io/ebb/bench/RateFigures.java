package io.ebb.bench;

import io.ebb.Ebb;
import io.ebb.api.QueuesApi;
import io.ebb.script.Language;
import io.ebb.script.Script;
import io.ebb.script.ScriptEngine;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Calls per second by 1 and by 16 threads: the bare client, Ebb's binding, and loops in both
/// languages through the words of scripts, each thread with an engine and a context of its own. The
/// other end replays stored replies.
final class RateFigures {
  private static final int MANY = 16;
  private static final Work WORK = new Work(10, 2, 1);
  private static final String CLUSTER = WORK.clusterIds().getFirst();

  private static final String JAVASCRIPT =
      """
      const cluster = ehpc.cluster("%s")
      for (let round = 0; round < %d; round++) {
        log("begin")
        for (let i = 0; i < %d; i++) cluster.queues()
        log("end")
      }
      """;

  private static final String PYTHON =
      """
      cluster = ehpc.cluster("%s")
      for round in range(%d):
          log("begin")
          for i in range(%d):
              cluster.queues()
          log("end")
      """;

  private RateFigures() {}

  static void print(boolean quick) {
    SimOptions options = SimOptions.defaults().withCallQuota(Integer.MAX_VALUE);
    int reads = quick ? 800 : 3_200;
    try (Simulator simulator = Simulator.start(WORK.scenario(), options);
        Replay replay = Replay.of(Service.of(simulator));
        Bare bare = new Bare(replay.service(), Clock.systemUTC());
        Ebb ebb = EbbClient.connect(replay.service())) {
      System.out.printf(
          "%nCalls per second, the list of %d queues, best of %d rounds%n",
          WORK.queues(), Loop.ROUNDS);
      System.out.printf("%-36s%9s%11s%n", "", "1 thread", MANY + " threads");
      Endpoints endpoints = new Endpoints(bare, 100);
      QueuesApi.Query query = new QueuesApi.Query(CLUSTER, 0, 100);
      print("bare client", Loop.of(() -> endpoints.queues(CLUSTER)), reads);
      print("Ebb, binding", Loop.of(() -> ebb.api().queues().list(query)), reads);
      print("Ebb, JavaScript", script(ebb, Language.JAVASCRIPT, JAVASCRIPT), reads);
      print("Ebb, Python", script(ebb, Language.PYTHON, PYTHON), reads);
    }
  }

  private static void print(String name, Loop loop, int reads) {
    System.out.printf(
        "%-36s%,9d%,11d%n", name, perSecond(loop, 1, reads), perSecond(loop, MANY, reads));
  }

  private static Loop script(Ebb ebb, Language language, String text) {
    return (gate, reads) -> {
      Script script = Script.of("loop", language, text.formatted(CLUSTER, Loop.ROUNDS, reads));
      try (ScriptEngine engine = new ScriptEngine(language)) {
        ebb.run(engine, script, Map.of(), LoopHost.at(gate));
      }
    };
  }

  private static long perSecond(Loop loop, int threads, int reads) {
    Gate gate = new Gate(threads);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(executor.submit(() -> run(loop, gate, reads / threads)));
      }
      await(running, executor);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a loop has failed", e);
    }
    return reads * 1_000_000_000L / gate.best();
  }

  /// When one has failed, the others must not wait for it at the gate.
  private static void await(List<Future<?>> running, ExecutorService executor)
      throws InterruptedException, ExecutionException {
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      executor.shutdownNow();
      throw e;
    }
  }

  private static void run(Loop loop, Gate gate, int reads) {
    try {
      loop.run(gate, reads);
    } catch (RuntimeException e) {
      gate.breakDown();
      throw e;
    }
  }
}
