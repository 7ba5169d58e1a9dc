package io.ebb.sim;

import io.ebb.sim.SimOperation.Fate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The endpoints below `/user`: accounts of clusters.
final class UserEndpoints {
  /// 12 to 30 characters, among them upper case, lower case, digits and others.
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[!@#$%^&()*])[A-Za-z0-9!@#$%^&()*]{12,30}");

  private record Row(SimUser user, SimCluster cluster) {}

  private UserEndpoints() {}

  static List<Endpoint> all() {
    return List.of(
        Endpoint.get("/user", "HpcUserListUsersResponse", UserEndpoints::list)
            .takes("cluster_id", "user_id")
            .listing(),
        Endpoint.post("/user/addUser", "HpcUserAddUserResponse", UserEndpoints::add)
            .needs("cluster_id", "username", "password")
            .takes("mod"),
        Endpoint.post("/user/modifyUser", "HpcUserModifyUserResponse", UserEndpoints::modify)
            .needs("cluster_id", "username", "new_password"),
        Endpoint.post("/user/deleteUser", "HpcUserDeleteUserResponse", UserEndpoints::delete)
            .needs("cluster_id", "username"));
  }

  private static ObjectNode list(Params params, World world, Fate fate) {
    Optional<SimCluster> only = params.find("cluster_id").map(world::cluster);
    List<Row> rows =
        only.map(Stream::of)
            .orElseGet(() -> world.clusters().stream())
            .flatMap(cluster -> cluster.users().stream().map(user -> new Row(user, cluster)))
            .filter(row -> row.user().transition() != Transition.CREATING)
            .filter(Matches.exactly(params, "user_id", _ -> world.owner()))
            .filter(Matches.search(params, row -> row.user().name()))
            .toList();
    return Listing.page("users_set", rows, row -> row(row, world), params);
  }

  private static ObjectNode row(Row row, World world) {
    SimUser.Facts facts = row.user().facts();
    return Wire.object()
        .put("hpcuser_id", facts.id())
        .put("username", facts.name())
        .put("user_id", world.owner())
        .put("cluster_id", row.cluster().id())
        .put("role", facts.role())
        .put("uid_number", String.valueOf(facts.uid()))
        .put("gid_number", String.valueOf(facts.gid()))
        .put("mod", facts.mode())
        .put("nas_mount_point", "/home/" + facts.name())
        .put("create_time", Wire.time(facts.createdAt()))
        .put("update_time", Wire.time(row.user().updatedAt()));
  }

  private static ObjectNode add(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    requireStrong(params, "password");
    SimUser user =
        new Births(world).user(params.text("username"), "member", params.find("mod").orElse("700"));
    return Wire.accepted(world.start(UserWork.creation(cluster, user), fate));
  }

  /// Changes the password, which nobody keeps.
  private static ObjectNode modify(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    requireStrong(params, "new_password");
    SimUser user = cluster.user(params.text("username"));
    cluster.requireUsable();
    user.requireIdle();
    user.touch(world.now());
    return Wire.object();
  }

  /// @throws Refusal 1100 when the password breaks the documented rule
  private static void requireStrong(Params params, String name) {
    if (!PASSWORD.matcher(params.text(name)).matches()) {
      throw Refusal.malformed(
          "parameter [" + name + "] must have 12 to 30 characters of all four kinds");
    }
  }

  private static ObjectNode delete(Params params, World world, Fate fate) {
    SimCluster cluster = world.cluster(params.text("cluster_id"));
    SimUser user = cluster.user(params.text("username"));
    return Wire.accepted(world.start(UserWork.deletion(cluster, user), fate));
  }
}
