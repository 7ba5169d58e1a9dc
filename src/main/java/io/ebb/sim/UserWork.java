package io.ebb.sim;

import java.util.List;

/// Work on the accounts of a cluster.
final class UserWork {
  private UserWork() {}

  /// @param user not in the cluster yet
  static Work creation(SimCluster cluster, SimUser user) {
    return Work.in(cluster, Task.ADD_USER)
        .names(List.of(user.id()))
        .given(() -> requireFree(cluster, user.name()))
        .begins(() -> cluster.users().add(user), () -> cluster.users().remove(user))
        .marks(List.of(user), Transition.CREATING);
  }

  private static void requireFree(SimCluster cluster, String name) {
    if (cluster.users().stream().anyMatch(user -> user.name().equals(name))) {
      throw Refusal.accountExists(name);
    }
  }

  static Work deletion(SimCluster cluster, SimUser user) {
    return Work.in(cluster, Task.DELETE_USER)
        .on(List.of(user), Transition.DELETING)
        .given(() -> requireNoAdmin(user))
        .does(_ -> cluster.users().remove(user));
  }

  /// As the admin account stays, there is nobody to delete while it is the only one.
  private static void requireNoAdmin(SimUser user) {
    if (user.isAdmin()) {
      throw Refusal.conflict("the admin account [" + user.name() + "] cannot be deleted");
    }
  }
}
