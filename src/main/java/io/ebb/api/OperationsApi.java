package io.ebb.api;

import feign.QueryMap;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/// The log of operations, `j-…`.
public interface OperationsApi {

  /// One page of the log.
  @Read("list operations")
  @RequestLine("GET /operation")
  Page<WireOperation> list(@QueryMap Query query);

  /// Which operations.
  ///
  /// @param resourceIds only those that name this cluster or other resource
  /// @param status only those `pending`, `successful` or `failed`; null for all
  /// @param reverse 1 for the newest first, 0 for the oldest
  /// @param offset how many to leave out
  /// @param limit how many to give, at most 100
  record Query(String resourceIds, @Nullable String status, int reverse, int offset, int limit)
      implements About {
    @Override
    public Subject subject() {
      return Subject.of(resourceIds);
    }
  }
}
