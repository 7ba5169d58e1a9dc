package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// The nodes of a [NewCluster] and what they start with. An object on the wire, whatever the
/// parameter table says (Q25).
///
/// @param cluster the nodes by role
/// @param env what the nodes start with
/// @param version the version of the app, `appv-…`
public record ClusterConf(Shape cluster, Env env, String version) {

  /// The nodes by role. A dedicated cluster needs all three roles, a shared one `login` only.
  ///
  /// @param vxnet the private network, `vxnet-…`
  /// @param name the display name
  /// @param nasId the shared storage; null for none
  /// @param login nodes to log in on
  /// @param controller nodes that schedule; null for a shared cluster
  /// @param compute nodes that run jobs, with at least 2 cores and 4096 MiB each; null for a shared
  ///   cluster
  public record Shape(
      String vxnet,
      String name,
      @Nullable String nasId,
      Group login,
      @Nullable Group controller,
      @Nullable Group compute) {

    /// Of a shared cluster: login nodes only.
    public static Shape shared(String vxnet, String name, Group login) {
      return new Shape(vxnet, name, null, login, null, null);
    }
  }

  /// The nodes of one role.
  ///
  /// @param count how many, from 1
  /// @param cpu cores each: 1, 2, 4, 8, 12 or 26
  /// @param memory MiB each: 2048, 4096, 12288, 24576, 40960 or 81920; some pages misprint 4096 as
  ///   4098 or 496 (Q30)
  /// @param nasMountPoint where the shared storage is mounted; null for nowhere
  public record Group(int count, int cpu, int memory, @Nullable String nasMountPoint) {}

  /// The account of the administrator on the nodes, and where the shared software is.
  ///
  /// @param adminUser the name
  /// @param adminPassword the password
  /// @param adminUserId the POSIX user, as a text
  /// @param adminGroupId the POSIX group, as a text
  /// @param nasPath the path on the shared storage; null for its root
  /// @param store the shared software; null for none
  public record Env(
      @JsonProperty("admin.user") String adminUser,
      @JsonProperty("admin.password") Password adminPassword,
      @JsonProperty("admin.user_id") String adminUserId,
      @JsonProperty("admin.group_id") String adminGroupId,
      @Nullable String nasPath,
      @JsonUnwrapped @Nullable Store store) {}

  /// The shared store of software, which the nodes mount by NFS. The service prescribes all values.
  ///
  /// @param nfsNeed 1 to mount it
  /// @param nfsDns the server's name
  /// @param nfsExport what the server exports
  /// @param startHookOn 1 to set it up when a node starts
  /// @param nfsLocal where it is mounted
  /// @param nfsNetwork the server's network
  public record Store(
      int nfsNeed,
      String nfsDns,
      String nfsExport,
      int startHookOn,
      String nfsLocal,
      String nfsNetwork) {}
}
