package io.ebb.sim;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a request for a new cluster asks for.
///
/// @param admin the name of the first account
/// @param groups size and number of the nodes of each role
record ClusterOrder(ClusterType type, String name, String admin, Map<SimRole, Group> groups) {
  /// The parameters that may be left out; most only echo the data model.
  static final String[] OPTIONAL = {
    "deploy_mode",
    "cluster_name",
    "nas_id",
    "nas_path",
    "scheduler_type",
    "app_id",
    "account_service",
    "password",
    "user_name",
    "software_info",
    "pqueue_name",
    "pqueue_type_id",
    "instance_id",
    "instance_image",
    "cluster_id",
    "create_time",
    "status",
    "status_time",
    "cur_cpu",
    "tasks_running",
    "tasks_total",
    "user_id"
  };

  private static final Set<String> MONTHS = Set.of("1", "3", "6", "12", "36", "70");

  /// Equal nodes.
  record Group(int count, Size size) {}

  /// @throws Refusal 1100 when a part is missing or cannot be ordered
  static ClusterOrder read(Params params) {
    ClusterType type =
        params.oneOf("cluster_type", Set.of("ehpc", "hpc")).equals("hpc")
            ? ClusterType.HPC
            : ClusterType.EHPC;
    contract(params);
    Params conf = params.inside("cluster_conf");
    Params cluster = conf.inside("cluster");
    Map<SimRole, Group> groups = new EnumMap<>(SimRole.class);
    for (SimRole role : SimRole.values()) {
      if (type.roles().contains(role)) {
        groups.put(role, group(cluster.inside(role.wire()), role));
      }
    }
    String name = params.find("cluster_name").or(() -> cluster.find("name")).orElse(type.wire());
    return new ClusterOrder(type, name, conf.inside("env").text("admin.user"), groups);
  }

  /// Checks how it is paid.
  ///
  /// @throws Refusal 1100 when it cannot be paid so
  static void contract(Params params) {
    if (params.oneOf("paid_type", Set.of("PayForUsed", "Reserved")).equals("Reserved")) {
      params.oneOf("duration", MONTHS);
      params.oneOf("is_auto_renewal", Set.of("0", "1"));
    }
  }

  private static Group group(Params params, SimRole role) {
    Size size = Size.read(params);
    int count = params.number("count", 1);
    if (count < 1) {
      throw Refusal.malformed("there must be at least one " + role.wire() + " node");
    }
    if (role == SimRole.COMPUTE) {
      size.requireComputing();
    }
    return new Group(count, size);
  }

  /// The cluster, pending and with all its nodes, outside of the world yet.
  SimCluster cluster(World world) {
    Births births = new Births(world);
    SimCluster cluster =
        new SimCluster(
            new SimCluster.Facts(
                world.ids().next(type.wire()),
                world.ids().next("cl"),
                type,
                world.now(),
                Integer.MAX_VALUE),
            name,
            ClusterStatus.PENDING);
    if (type == ClusterType.HPC) {
      births.sharedQueues(cluster);
    } else {
      cluster.queues().add(births.queue(cluster, "默认队列", true));
    }
    groups.forEach(
        (role, group) -> add(cluster, births.nodes(cluster, role, group.count(), group.size())));
    cluster.users().add(births.user(admin, SimUser.ADMIN, "700"));
    return cluster;
  }

  private static void add(SimCluster cluster, List<SimNode> nodes) {
    nodes.forEach(cluster::add);
  }
}
