package io.ebb.repl.completion;

import io.ebb.cluster.Cluster;
import io.ebb.cluster.Members;
import io.ebb.cluster.Node;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Role;
import io.ebb.run.RunHead;
import io.ebb.script.Held;
import io.ebb.script.Language;
import io.ebb.script.catalogue.Shape;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A session in which some variables are defined, and a cluster of some size is known.
record Stage(Members members, Path folder) implements Surroundings {
  static final String CLUSTER = "ehpc-8jqdq0mz";
  private static final List<Queue> QUEUES =
      List.of(
          new Queue("ehpcq-aaaaaaaa", "批处理", "batch", true, "", List.of(1, 2, 3)),
          new Queue("ehpcq-bbbbbbbb", "big", "big", false, "", List.of(4)));
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  /// @param nodes how many compute nodes the cluster has
  Stage(int nodes) {
    this(new Members(CLUSTER, list(nodes), QUEUES, NOW), Path.of("."));
  }

  /// The candidates for a text with a bar where the cursor stands.
  List<Candidate> candidates(Language language, String text) {
    int cursor = text.indexOf('|');
    return new Completions(this).at(language, text.replaceFirst("\\|", ""), cursor);
  }

  /// Their values.
  List<String> values(Language language, String text) {
    return candidates(language, text).stream().map(Candidate::value).toList();
  }

  @Override
  public Map<String, Held> variables(Language language) {
    Map<String, Held> all = new LinkedHashMap<>();
    all.put("cluster", held("cluster", "cluster " + CLUSTER));
    all.put("idle", held("nodes", "node[2-32]"));
    all.put("plan", held("plan", "retire 4 of 32"));
    all.put("answer", new Held(new Shape.Whole(), "", List.of(), "42"));
    all.put("racks", new Held(new Shape.Any(), "", List.of("east", "west"), "2 members"));
    all.put("params", new Held(new Shape.Any(), "", List.of("cluster", "count"), ""));
    all.put("_", held("nodes", ""));
    return all;
  }

  private static Held held(String kind, String brief) {
    return new Held(new Shape.Thing(kind), CLUSTER, List.of(), brief);
  }

  @Override
  public Ids ids() {
    return new Known();
  }

  @Override
  public List<Command> commands() {
    Command.Option language = new Command.Option("--lang", "the language", List.of("js", "python"));
    return List.of(
        new Command(":bg", "does it behind", List.of(), Command.Takes.STATEMENT),
        new Command(":help", "tells of words", List.of(), Command.Takes.TOPIC),
        new Command(":load", "says a file", List.of(language), Command.Takes.FILE),
        new Command(":resume", "goes on with a run", List.of(), Command.Takes.RUN),
        new Command(":reset", "begins afresh", List.of(), Command.Takes.NOTHING),
        new Command(":wait", "follows a job", List.of(), Command.Takes.JOB));
  }

  @Override
  public Map<String, String> jobs() {
    return Map.of("1", "retire 4 of 32");
  }

  private final class Known implements Ids {
    @Override
    public List<Cluster> clusters() {
      return List.of(new Cluster(CLUSTER, "气象", "ehpc", "active", "slurm", members.nodes().size()));
    }

    @Override
    public Optional<Members> members(String cluster) {
      return Optional.of(members);
    }

    @Override
    public Set<String> seen() {
      return Set.of(CLUSTER);
    }

    @Override
    public List<RunHead> runs() {
      return List.of();
    }
  }

  private static List<Node> list(int nodes) {
    List<Node> all = new ArrayList<>();
    all.add(node(Role.CONTROLLER, 1));
    all.add(node(Role.LOGIN, 1));
    IntStream.rangeClosed(1, nodes).forEach(serial -> all.add(node(Role.COMPUTE, serial)));
    return all;
  }

  private static Node node(Role role, int serial) {
    String host = role.host(serial);
    String queue = role == Role.COMPUTE ? "ehpcq-aaaaaaaa" : null;
    String id = "cln-%s%07d".formatted(role.label().charAt(0), serial);
    return new Node(
        id, serial, host, "节点", role, queue, "active", "", "healthy", "10.0.0.1", 26, 81_920, NOW);
  }
}
