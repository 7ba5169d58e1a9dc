package io.ebb.bench;

import io.ebb.cluster.Cluster;
import io.ebb.cluster.Members;
import io.ebb.cluster.Snapshot;
import io.ebb.repl.completion.Command;
import io.ebb.repl.completion.Completions;
import io.ebb.repl.completion.Ids;
import io.ebb.repl.completion.Surroundings;
import io.ebb.run.RunHead;
import io.ebb.script.Held;
import io.ebb.script.Language;
import io.ebb.script.catalogue.Shape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How long a Tab takes, with the nodes of a large cluster in the cache.
final class CompletionFigures {
  private static final int NODES = 10_000;
  private static final Duration MOST = Duration.ofMillis(50);

  /// Typed letter by letter, with a Tab behind each.
  private static final List<String> TYPED =
      List.of(
          "const c = ehpc.cluster(\"ehpc-bench\")",
          "cluster.queue(\"q200\").nodes().idle().pick(4)",
          "cluster.retire(\"node[3-5],node1234,@queue:q200\", {drain: \"2h\", onDeadline: \"keep\"})",
          "cluster.nodes().where(n => n.role === \"compute\" && n.queue == \"ehpcq-00000200\")",
          "nodes.intersect(\"node99,cln-c0000001\").items()[0].host",
          ":bg cluster.retire(nodes).apply()");

  private CompletionFigures() {}

  static void print(boolean quick) {
    System.out.printf("%nCompletion, with %,d nodes of one cluster in the cache%n", NODES);
    System.out.printf(
        "%-36s%9s%11s%11s%11s   %s%n", "", "first", "p50", "p99", "most", "99 % at most 50 ms");
    Completions completions = new Completions(new Session(members()));
    completions.prepare();
    long start = System.nanoTime();
    candidates(completions, "cluster.retire(\"node");
    Duration first = Duration.ofNanos(System.nanoTime() - start);
    int rounds = quick ? 2 : 8;
    Samples samples = new Samples(rounds * TYPED.stream().mapToInt(String::length).sum());
    for (int i = 0; i < rounds; i++) {
      TYPED.forEach(line -> type(completions, line, samples));
    }
    Duration p99 = samples.percentile(99);
    System.out.printf(
        "%-36s%6.1f ms%8.1f ms%8.1f ms%8.1f ms   %s%n",
        "a Tab behind each letter",
        millis(first),
        millis(samples.median()),
        millis(p99),
        millis(samples.percentile(100)),
        Aim.verdict(p99.compareTo(MOST) < 0));
  }

  private static void type(Completions completions, String line, Samples samples) {
    for (int end = 1; end <= line.length(); end++) {
      String typed = line.substring(0, end);
      samples.take(() -> candidates(completions, typed));
    }
  }

  private static void candidates(Completions completions, String typed) {
    if (completions.at(Language.JAVASCRIPT, typed, typed.length()).size() > NODES) {
      throw new IllegalStateException("more candidates than nodes for " + typed);
    }
  }

  private static double millis(Duration span) {
    return span.toNanos() / 1e6;
  }

  private static Members members() {
    Snapshot all = PlanFigures.snapshot(NODES);
    return new Members(all.cluster(), all.nodes(), all.queues(), all.takenAt());
  }

  /// A session that knows one cluster.
  private record Session(Members members) implements Surroundings, Ids {
    @Override
    public Map<String, Held> variables(Language language) {
      return Map.of("cluster", held("cluster"), "nodes", held("nodes"), "plan", held("plan"));
    }

    private Held held(String kind) {
      return new Held(new Shape.Thing(kind), members.cluster(), List.of(), kind);
    }

    @Override
    public Ids ids() {
      return this;
    }

    @Override
    public List<Command> commands() {
      return List.of(new Command(":bg", "behind", List.of(), Command.Takes.STATEMENT));
    }

    @Override
    public Map<String, String> jobs() {
      return Map.of();
    }

    @Override
    public Path folder() {
      return Path.of(".");
    }

    @Override
    public List<Cluster> clusters() {
      return List.of(
          new Cluster(
              members.cluster(), "bench", "ehpc", "active", "slurm", members.nodes().size()));
    }

    @Override
    public Optional<Members> members(String cluster) {
      return Optional.of(members);
    }

    @Override
    public Set<String> seen() {
      return Set.of(members.cluster());
    }

    @Override
    public List<RunHead> runs() {
      return List.of();
    }
  }
}
