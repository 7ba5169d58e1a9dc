package io.ebb.api;

import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireOperation;
import org.jspecify.annotations.Nullable;

/// The log of operations, `j-…`.
public interface OperationsApi {

  /// One page of the log.
  @Read("list operations")
  @RequestLine("GET /operation")
  Page<WireOperation> list(@QueryMap Query query);

  /// Which operations.
  ///
  /// @param resourceIds only those that name this cluster or other resource; null for all
  /// @param jobIds only the one with this id; null for all
  /// @param jobs the same, by the other name that the documentation has for it (Q10)
  /// @param reverse 1 for the newest first, 0 for the oldest
  /// @param offset how many to leave out
  /// @param limit how many to give, at most 100
  record Query(
      @Nullable String resourceIds,
      @Nullable String jobIds,
      @Nullable String jobs,
      int reverse,
      int offset,
      int limit)
      implements About {
    private static final int NEWEST_FIRST = 1;

    /// Those that name the resource, newest first.
    public static Query about(String resource, int offset, int limit) {
      return new Query(resource, null, null, NEWEST_FIRST, offset, limit);
    }

    /// The one with this id. A service that does not know the parameter gives the newest ones.
    public static Query withId(String id) {
      return new Query(null, id, null, NEWEST_FIRST, 0, Pages.LIMIT);
    }

    /// [#withId] by the other name of the parameter.
    public static Query withIdAmongJobs(String id) {
      return new Query(null, null, id, NEWEST_FIRST, 0, Pages.LIMIT);
    }

    @Override
    public Subject subject() {
      return Subject.of(resourceIds == null ? "" : resourceIds);
    }
  }
}
