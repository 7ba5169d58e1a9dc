package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.CreatedCluster;
import io.ebb.api.wire.DeletedClusters;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.ResizedCluster;
import io.ebb.api.wire.WireCluster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Clusters.
///
/// As in every interface of this package: methods block, may be called from any thread, and throw
/// an [EhpcException] of the type that fits. Any call may end in an [AuthException] (the key, the
/// signature or the clock), a [QuotaException] (calls or money used up), a [BadRequestException] (a
/// parameter missing or malformed), a [BusyException] or an [UnreachableException]; of a write
/// these say that it did not happen. It ends in an [AmbiguousException] when nobody answered
/// whether it happened. Reads are tried again while that may help, writes only when they surely did
/// nothing. Parameters that are null are left out. Each method names the page of the documentation.
public interface ClustersApi {

  /// One page of the account's clusters; 0 or 1 of them are shared (`hpc-…`), the others dedicated
  /// (`ehpc-…`). Nothing changes.
  ///
  /// Documented as *List clusters* (`/cluster/list`).
  @Read("list clusters")
  @RequestLine("GET /cluster/list")
  Page<WireCluster> list(@QueryMap Query query);

  /// Begins to create a cluster, which takes 5 to 8 minutes and costs money from then on. Goes on
  /// as an operation. Throws [BusyException] when the zone is out of capacity (5200).
  ///
  /// Documented as *Create cluster* (`/cluster/createCluster`).
  @Write("create a cluster")
  @RequestLine("POST /cluster/createCluster")
  CreatedCluster create(NewCluster request);

  /// Changes the name and the description of a cluster, at once. Throws [NotFoundException] when it
  /// is not there.
  ///
  /// Documented as *Modify cluster* (`/cluster/modifyCluster`).
  @Write("modify the cluster")
  @RequestLine("POST /cluster/modifyCluster")
  void modify(Modify request);

  /// Begins to delete clusters with all their nodes, for good. Goes on as an operation. Throws
  /// [ConflictException] while any operation of a cluster goes on, [NotFoundException] when one is
  /// not there.
  ///
  /// Documented as *Delete cluster* (`/cluster/deleteCluster`).
  @Write("delete clusters")
  @RequestLine("POST /cluster/deleteCluster")
  @Otherwise("deleteByClusterId")
  DeletedClusters delete(Delete request);

  /// [#delete] with the key of the parameter table in place of the example's (Q14).
  @Write("delete clusters")
  @RequestLine("POST /cluster/deleteCluster")
  @Renamed(from = "cluster_ids", to = "cluster_id")
  DeletedClusters deleteByClusterId(Delete request);

  /// Begins to start clusters that are stopped or suspended. Goes on as an operation. Throws
  /// [ConflictException] when one is neither.
  ///
  /// Documented as *Start cluster* (`/cluster/startCluster`).
  @Write("start clusters")
  @RequestLine("POST /cluster/startCluster")
  Accepted start(Ids request);

  /// Begins to stop clusters that are active: jobs end, cost by the hour pauses, disks go on to be
  /// paid. Goes on as an operation. Throws [ConflictException] when one is not active.
  ///
  /// Documented as *Stop cluster* (`/cluster/stopCluster`).
  @Write("stop clusters")
  @RequestLine("POST /cluster/stopCluster")
  Accepted stop(Ids request);

  /// Begins to give all nodes of one role other cores and memory. Goes on as an operation. Throws
  /// [ConflictException] when the cluster is in transition.
  ///
  /// Documented as *Resize cluster* (`/cluster/resizeCluster`).
  @Write("resize the cluster")
  @RequestLine("POST /cluster/resizeCluster")
  ResizedCluster resize(Resize request);

  /// Which clusters.
  ///
  /// @param owner the account, `usr-…`; required by the documentation; null leaves it to the
  ///   service
  /// @param clusterId only this cluster; null for all
  /// @param clusterType `hpc` or `ehpc`; null for both, as far as they are active, stopped,
  ///   suspended or being created
  /// @param runUser only those on which this user runs jobs; null for all
  /// @param sharedStatus `shared` or `not_shared`; null for both
  /// @param status `pending`, `active`, `stopped` or `suspended`; null for all
  /// @param listing which part, in which order
  record Query(
      @Nullable String owner,
      @Nullable String clusterId,
      @Nullable String clusterType,
      @Nullable String runUser,
      @Nullable String sharedStatus,
      @Nullable String status,
      @JsonUnwrapped Listing listing)
      implements About {

    /// Without filters but for the account and the id.
    public Query(@Nullable String owner, @Nullable String clusterId, int offset, int limit) {
      this(owner, clusterId, null, null, null, null, Listing.page(offset, limit));
    }

    /// All clusters of the account, as far as the listing goes.
    public static Query of(@Nullable String owner, Listing listing) {
      return new Query(owner, null, null, null, null, null, listing);
    }

    /// Only those with this status.
    public Query withStatus(String only) {
      return new Query(owner, clusterId, clusterType, runUser, sharedStatus, only, listing);
    }

    /// Only those of this type, `hpc` or `ehpc`.
    public Query withType(String only) {
      return new Query(owner, clusterId, only, runUser, sharedStatus, status, listing);
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId == null ? "" : clusterId);
    }
  }

  /// New words about a cluster.
  ///
  /// @param clusterId the cluster
  /// @param clusterName the display name, in any language; null leaves it as it is
  /// @param description null leaves it as it is
  record Modify(String clusterId, @Nullable String clusterName, @Nullable String description)
      implements About {
    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// What to delete.
  ///
  /// @param clusterIds the clusters
  /// @param runUser on whose behalf, `usr-…`
  record Delete(List<String> clusterIds, String runUser) implements About {
    @Override
    public Subject subject() {
      return Subject.of(String.join(", ", clusterIds));
    }
  }

  /// Some clusters.
  ///
  /// @param clusterIds their ids
  record Ids(List<String> clusterIds) implements About {

    /// These clusters.
    public static Ids of(String... clusters) {
      return new Ids(List.of(clusters));
    }

    @Override
    public Subject subject() {
      return Subject.of(String.join(", ", clusterIds));
    }
  }

  /// What the nodes of a role are to become.
  ///
  /// @param clusterId the cluster
  /// @param nodeRole `controller`, `login` or `compute`; a shared cluster has `login` only
  /// @param cpu cores: 1, 2, 4, 8, 12 or 26
  /// @param memory MiB, as a text (Q25): 2048, 4096, 12288, 24576, 40960 or 81920
  /// @param instanceClass null leaves it to the service
  /// @param storageSize GiB, as a text; null leaves it as it is
  record Resize(
      String clusterId,
      String nodeRole,
      int cpu,
      String memory,
      @Nullable String instanceClass,
      @Nullable String storageSize)
      implements About {

    /// Cores and MiB for all nodes of a role.
    public static Resize of(String clusterId, String nodeRole, int cpu, int mebibytes) {
      return new Resize(clusterId, nodeRole, cpu, String.valueOf(mebibytes), null, null);
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }
}
