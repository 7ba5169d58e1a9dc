package io.ebb.sim;

import java.time.Instant;
import java.util.Objects;

/// Makes worlds, and what comes into them, of what a scenario says.
final class Genesis {
  private final World world;
  private final SimCluster cluster;

  private Genesis(World world, SimCluster cluster) {
    this.world = world;
    this.cluster = cluster;
  }

  static World create(Scenario scenario, SimOptions options) {
    World world = new World(options, scenario.owner());
    for (Scenario.Cluster from : scenario.clusters()) {
      SimCluster cluster =
          new SimCluster(
              from.id(), world.ids().next("cl"), from.name(), world.now().minus(from.age()));
      Genesis genesis = new Genesis(world, cluster);
      from.queues().forEach(genesis::queue);
      from.nodes().forEach(genesis::nodes);
      from.jobs().forEach(job -> addJob(world, cluster, job));
      world.add(cluster);
    }
    return world;
  }

  private void queue(Scenario.Queue from) {
    String id = Objects.requireNonNullElseGet(from.id(), () -> world.ids().next("ehpcq"));
    cluster.queues().add(new SimQueue(from, id, cluster.createdAt()));
  }

  private void nodes(Scenario.Nodes from) {
    for (int serial : from.serials().numbers()) {
      SimNode node = SimNode.active(facts(from, serial));
      cluster.queues().stream()
          .filter(queue -> queue.partition().equals(from.queue()))
          .forEach(node::join);
      cluster.add(node);
    }
  }

  private SimNode.Facts facts(Scenario.Nodes from, int serial) {
    return new SimNode.Facts(
        Objects.requireNonNullElseGet(from.id(), () -> world.ids().next("cln")),
        from.role(),
        serial,
        Objects.requireNonNullElseGet(from.name(), () -> from.role().label(serial)),
        world.ids().address(),
        from.cpu(),
        from.memory(),
        from.health(),
        world.now().minus(from.age()));
  }

  /// A job that comes into the world now.
  static SimJob addJob(World world, SimCluster cluster, Scenario.Job from) {
    Instant submittedAt = world.now().minus(from.age());
    boolean running = from.startsIn() == null && !from.held();
    SimJob job =
        new SimJob(
            new SimJob.Facts(
                world.ids().next("hpcjob"),
                world.ids().jobNumber(),
                from.name(),
                cluster.queueOf(from.queue()),
                from.hosts(),
                from.user(),
                Math.max(1, from.hosts().size()) * 26,
                submittedAt,
                from.startsIn() == null || from.held() ? null : world.now().plus(from.startsIn()),
                from.endsIn() == null || !running
                    ? from.endsIn()
                    : from.age().plus(from.endsIn())));
    if (running) {
      job.start(submittedAt);
    }
    cluster.jobs().add(job);
    return job;
  }

  /// The facts of a node that is ordered now.
  static SimNode.Facts newNode(World world, SimRole role, int serial, String name, String ip) {
    return new SimNode.Facts(
        world.ids().next("cln"), role, serial, name, ip, 26, 81_920, "healthy", world.now());
  }
}
