package io.ebb.sim;

import java.util.List;
import java.util.stream.IntStream;

/// Makes what comes into the world now, by a request or behind the client's back.
final class Births {
  /// The size of nodes that are added later.
  static final Size USUAL = new Size(26, 81_920);

  private static final int FIRST_UID = 10_001;

  private final World world;
  private final Ids ids;

  Births(World world) {
    this.world = world;
    this.ids = world.ids();
  }

  /// Nodes with the next free serials of their role, named after them.
  List<SimNode> nodes(SimCluster cluster, SimRole role, int count, Size size) {
    int first = cluster.nextSerial(role);
    return IntStream.range(first, first + count)
        .mapToObj(serial -> node(role, serial, role.label(serial), ids.address(), size))
        .toList();
  }

  SimNode node(SimRole role, int serial, String name, String ip, Size size) {
    return SimNode.creating(
        new SimNode.Facts(
            ids.next("cln"),
            role,
            serial,
            name,
            ip,
            size.cpu(),
            size.memory(),
            "healthy",
            world.now()));
  }

  /// A queue of a dedicated cluster. Only its first partition has the documented name.
  SimQueue queue(SimCluster cluster, String name, boolean isDefault) {
    String id = ids.next(cluster.type().queuePrefix());
    String partition = isDefault && cluster.queues().isEmpty() ? "normal" : id.replace('-', '_');
    return new SimQueue(new SimQueue.Facts(id, partition, isDefault, world.now(), null), name);
  }

  /// A queue that is rented from now on.
  SimQueue privateQueue(String name, Rent rent) {
    String id = ids.next(ClusterType.HPC.queuePrefix());
    return new SimQueue(
        new SimQueue.Facts(id, id.replace('-', '_'), false, world.now(), rent), name);
  }

  /// The queues that every shared cluster has.
  void sharedQueues(SimCluster cluster) {
    for (SharedQueue shared : SharedQueue.ALL) {
      Rent rent = Rent.none(shared.typeId(), cluster.facts().createdAt());
      cluster
          .queues()
          .add(
              new SimQueue(
                  new SimQueue.Facts(
                      ids.next(ClusterType.HPC.queuePrefix()),
                      shared.partition(),
                      cluster.queues().isEmpty(),
                      cluster.facts().createdAt(),
                      rent),
                  shared.name()));
    }
  }

  SimUser user(String name, String role, String mode) {
    int uid = FIRST_UID + ids.userNumber();
    return new SimUser(
        new SimUser.Facts(ids.next("hpcuser"), name, role, uid, uid, mode, world.now()));
  }
}
