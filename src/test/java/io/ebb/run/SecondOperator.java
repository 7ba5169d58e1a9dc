package io.ebb.run;

import io.ebb.api.EhpcException;
import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimRole;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Somebody else who works on the same cluster: takes nodes out, brings others, pauses them, moves
/// them, and lets jobs start.
final class SecondOperator implements Runnable {
  private static final Duration PAUSE = Duration.ofMinutes(6);
  private static final int MOST_DEEDS = 8;

  /// So many of a kind are left alone, that nobody but us can break what must hold.
  private static final int LEFT_ALONE = 9;

  private final HistoryWorld world;
  private final Random random;
  private int jobs;

  SecondOperator(HistoryWorld world) {
    this.world = world;
    this.random = world.random;
  }

  @Override
  public void run() {
    for (int left = random.nextInt(MOST_DEEDS); left > 0; left--) {
      world.idle(PAUSE);
      try {
        act();
      } catch (EhpcException | IllegalArgumentException e) {
        world.tell("other", "cannot: " + e.getMessage());
      }
    }
  }

  private void act() {
    List<Node> nodes = world.clear.nodes(RandomCluster.ID);
    Node node = nodes.get(random.nextInt(nodes.size()));
    switch (random.nextInt(10)) {
      case 0 -> bring();
      case 1 -> queueJob();
      case 2, 3 -> startJob(node);
      case 4 -> pause(node);
      case 5 -> world.sim.world().renameQueue(RandomCluster.ID, "q1", "renamed" + left(nodes));
      case 6 -> sicken(node, nodes);
      case 7 -> take(node, nodes);
      case 8 ->
          call(
              node,
              nodes,
              of -> world.clear.removeFromQueue(RandomCluster.ID, queue(of), List.of(of)));
      default -> call(node, nodes, of -> move(of));
    }
  }

  private static int left(List<Node> nodes) {
    return nodes.size();
  }

  private void bring() {
    SimRole role = random.nextInt(4) == 0 ? SimRole.LOGIN : SimRole.COMPUTE;
    int before = world.happened();
    List<String> hosts = world.sim.world().addNodes(RandomCluster.ID, role, 1 + random.nextInt(2));
    did("brings " + hosts, before, ids(hosts), "");
  }

  private Set<String> ids(List<String> hosts) {
    return hosts.stream()
        .map(host -> world.sim.world().nodeId(RandomCluster.ID, host))
        .collect(Collectors.toSet());
  }

  private void queueJob() {
    Scenario.Job job = Scenario.Job.starting(name(), "q1", List.of(), seconds(60));
    world.others.jobs.put(
        world.sim.world().addJob(RandomCluster.ID, job.endingIn(seconds(1800))),
        RandomCluster.queue(1));
    world.tell("other", "submits a job that names no host");
  }

  private void startJob(Node node) {
    if (node.queue() == null) {
      return;
    }
    Scenario.Job job =
        Scenario.Job.starting(name(), partition(node), List.of(node.host()), seconds(60));
    world
        .sim
        .world()
        .addJob(RandomCluster.ID, random.nextInt(4) == 0 ? job : job.endingIn(seconds(1800)));
    world.tell("other", "submits a job to " + node.host());
  }

  private String name() {
    return "other" + jobs++;
  }

  private static String partition(Node node) {
    return queue(node).substring("ehpcq-".length());
  }

  private static String queue(Node node) {
    return node.queue() == null ? RandomCluster.queue(1) : node.queue();
  }

  private void pause(Node node) {
    int before = world.happened();
    String operation =
        world
            .sim
            .world()
            .startOperation(
                RandomCluster.ID,
                "HpcClusterRestartClusterNodes",
                List.of(node.host()),
                seconds(1800));
    world.others.began(operation, Set.of(node.id()));
    did("pauses " + node.host(), before, Set.of(node.id()), "");
  }

  private void sicken(Node node, List<Node> nodes) {
    if (enough(node, nodes)) {
      int before = world.happened();
      String health = random.nextInt(3) == 0 ? "healthy" : "unhealthy";
      world.sim.world().setHealth(RandomCluster.ID, node.host(), health);
      did("makes " + node.host() + " " + health, before, Set.of(node.id()), health);
    }
  }

  private void take(Node node, List<Node> nodes) {
    if (!enough(node, nodes)) {
      return;
    }
    int before = world.happened();
    if (random.nextBoolean()) {
      world.sim.world().deleteNode(RandomCluster.ID, node.host());
      did("deletes " + node.host(), before, Set.of(node.id()), "");
    } else if (node.queue() != null) {
      world.sim.world().leaveQueue(RandomCluster.ID, node.host());
      did("takes " + node.host() + " out of its queue", before, Set.of(node.id()), "");
    }
  }

  private String move(Node node) {
    return world.clear.addToQueue(RandomCluster.ID, RandomCluster.queue(1), List.of(node));
  }

  private void call(Node node, List<Node> nodes, Function<Node, String> change) {
    if (node.role() == Role.COMPUTE && enough(node, nodes)) {
      int before = world.happened();
      String operation = change.apply(node);
      world.others.began(operation, Set.of(node.id()));
      did("moves " + node.host() + " by " + operation, before, Set.of(node.id()), "");
    }
  }

  private static boolean enough(Node node, List<Node> nodes) {
    return node.role() != Role.CONTROLLER
        && nodes.stream()
                .filter(other -> other.role() == node.role())
                .filter(other -> node.role() != Role.COMPUTE || other.queue() != null)
                .count()
            >= LEFT_ALONE;
  }

  private void did(String what, int before, Set<String> nodes, String health) {
    world.others.did(before, nodes, health);
    world.tell("other", what);
  }

  private Duration seconds(int most) {
    return Duration.ofSeconds(1 + random.nextInt(most));
  }
}
