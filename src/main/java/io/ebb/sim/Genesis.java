package io.ebb.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a world of what a scenario says.
final class Genesis {
  private static final int CORES = 26;

  private final World world;
  private final SimCluster cluster;
  private final Births births;

  private Genesis(World world, SimCluster cluster) {
    this.world = world;
    this.cluster = cluster;
    this.births = new Births(world);
  }

  static World create(Scenario scenario, SimOptions options) {
    World world = new World(options, scenario);
    for (Scenario.Cluster from : scenario.clusters()) {
      SimCluster cluster =
          new SimCluster(
              new SimCluster.Facts(
                  from.id(),
                  world.ids().next("cl"),
                  from.type(),
                  world.now().minus(from.age()),
                  from.mostNodes()),
              from.name(),
              from.status());
      new Genesis(world, cluster).fill(from);
      world.add(cluster);
    }
    return world;
  }

  private void fill(Scenario.Cluster from) {
    if (from.type() == ClusterType.HPC) {
      births.sharedQueues(cluster);
    }
    from.queues().forEach(this::queue);
    from.nodes().forEach(nodes -> nodes(nodes, from.status()));
    from.jobs().forEach(job -> addJob(world, cluster, job));
    from.users().forEach(user -> cluster.users().add(births.user(user.name(), user.role(), "700")));
  }

  private void queue(Scenario.Queue from) {
    String prefix = cluster.type().queuePrefix();
    String id = Objects.requireNonNullElseGet(from.id(), () -> world.ids().next(prefix));
    Instant since = cluster.facts().createdAt();
    Rent rent =
        cluster.type() == ClusterType.HPC
            ? new Rent(false, SharedQueue.ALL.getFirst().typeId(), "PayForUsed", 0, false, since)
            : null;
    cluster
        .queues()
        .add(
            new SimQueue(
                new SimQueue.Facts(id, from.partition(), from.isDefault(), since, rent),
                from.name()));
  }

  private void nodes(Scenario.Nodes from, ClusterStatus status) {
    for (int serial : from.serials().numbers()) {
      SimNode.Facts facts = facts(from, serial);
      SimNode node = SimNode.active(facts);
      if (status != ClusterStatus.ACTIVE) {
        node.stop(facts.createdAt());
      }
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
                false,
                from.user(),
                Math.max(1, from.hosts().size()) * CORES,
                "srun ./" + from.name(),
                submittedAt,
                from.startsIn() == null || from.held() ? null : world.now().plus(from.startsIn()),
                runsFor(from, running),
                from.limit()));
    if (running) {
      job.start(from.hosts(), submittedAt);
    }
    cluster.jobs().add(job);
    return job;
  }

  private static @Nullable Duration runsFor(Scenario.Job from, boolean running) {
    return running && from.endsIn() != null ? from.age().plus(from.endsIn()) : from.endsIn();
  }
}
