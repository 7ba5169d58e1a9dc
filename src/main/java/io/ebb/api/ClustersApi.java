package io.ebb.api;

import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireCluster;
import org.jspecify.annotations.Nullable;

/// Clusters.
///
/// As in every interface of this package: methods block, may be called from any thread, and throw
/// an [EhpcException] of the type that fits.
public interface ClustersApi {

  /// One page of the account's clusters.
  @Read("list clusters")
  @RequestLine("GET /cluster/list")
  Page<WireCluster> list(@QueryMap Query query);

  /// Which clusters.
  ///
  /// @param owner the account, `usr-…`; null leaves it to the service
  /// @param clusterId only this cluster; null for all
  /// @param offset how many to leave out
  /// @param limit how many to give, at most 100
  record Query(@Nullable String owner, @Nullable String clusterId, int offset, int limit)
      implements About {
    @Override
    public Subject subject() {
      return Subject.of(clusterId == null ? "" : clusterId);
    }
  }
}
