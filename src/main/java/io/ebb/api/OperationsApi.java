package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireOperation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The log of operations, `j-…`: all work on clusters, successful or not. What is said of errors at
/// [ClustersApi] holds here too.
public interface OperationsApi {

  /// One page of the log. Nothing changes. An operation may be listed a moment after the reply that
  /// named it.
  ///
  /// Documented as *Operation log* (`/operation`).
  @Read("list operations")
  @RequestLine("GET /operation")
  Page<WireOperation> list(@QueryMap Query query);

  /// Which operations.
  ///
  /// @param jobIds only the one with this id; null for all
  /// @param jobs the same, by the other name that the documentation has for it (Q10)
  /// @param status `pending`, `successful` or `failed`; null for all. One that goes on may have
  ///   another status than the documented `pending`
  /// @param resourceIds only those that name this cluster or other resource; null for all
  /// @param jobAction only those that do this, for example `HpcQueueRemoveEhpcQueueNodes`; null for
  ///   all
  /// @param owner only those of this account, `usr-…`; null for all
  /// @param span only those created within; null for all
  /// @param listing which part, in which order
  record Query(
      @Nullable String jobIds,
      @Nullable String jobs,
      @Nullable String status,
      @Nullable String resourceIds,
      @Nullable String jobAction,
      @Nullable String owner,
      @JsonUnwrapped @Nullable Span span,
      @JsonUnwrapped Listing listing)
      implements About {

    /// Those that name the resource, newest first.
    public static Query about(String resource, int offset, int limit) {
      Listing newest = Listing.page(offset, limit).descending();
      return new Query(null, null, null, resource, null, null, null, newest);
    }

    /// The one with this id. A service that does not know the parameter gives the newest ones.
    public static Query withId(String id) {
      return new Query(id, null, null, null, null, null, null, Listing.first().descending());
    }

    /// [#withId] by the other name of the parameter.
    public static Query withIdAmongJobs(String id) {
      return new Query(null, id, null, null, null, null, null, Listing.first().descending());
    }

    /// Only those with this status.
    public Query withStatus(String only) {
      return new Query(jobIds, jobs, only, resourceIds, jobAction, owner, span, listing);
    }

    /// Only those that do this.
    public Query withAction(String only) {
      return new Query(jobIds, jobs, status, resourceIds, only, owner, span, listing);
    }

    /// Only those created within.
    public Query within(Span only) {
      return new Query(jobIds, jobs, status, resourceIds, jobAction, owner, only, listing);
    }

    @Override
    public Subject subject() {
      return Subject.of(resourceIds == null ? "" : resourceIds);
    }
  }

  /// From when to when, by the service's clock, to the second.
  ///
  /// @param startTime null for the beginning
  /// @param endTime null for now
  record Span(@Nullable Instant startTime, @Nullable Instant endTime) {}
}
