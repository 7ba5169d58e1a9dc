package io.ebb.api;

import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireJob;
import org.jspecify.annotations.Nullable;

/// Scheduler jobs.
public interface JobsApi {

  /// One page of the jobs.
  @Read("list jobs")
  @RequestLine("GET /job/list")
  Page<WireJob> list(@QueryMap Query query);

  /// Which jobs.
  ///
  /// @param clusterId the cluster
  /// @param jobsStatus only those `pending`, `running`, `finished`, `exited` or `cancelled`; null
  ///   for all
  /// @param offset how many to leave out
  /// @param limit how many to give, at most 100
  record Query(String clusterId, @Nullable String jobsStatus, int offset, int limit)
      implements About {
    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }
}
