package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireSoftware;
import org.jspecify.annotations.Nullable;

/// Software that clusters can have. What is said of errors at [ClustersApi] holds here too.
public interface SoftwareApi {

  /// One page of the software, each with its versions. Nothing changes.
  ///
  /// Documented as *Software list* (`/software/list`).
  @Read("list software")
  @RequestLine("GET /software/list")
  Page<WireSoftware> list(@QueryMap Query query);

  /// Which software.
  ///
  /// @param deployMode 1 for what is installed beforehand, 2 for what is installed on demand; null
  ///   for both. A number here, a text where clusters are created (Q25)
  /// @param platform 1 for shared clusters, 2 for dedicated ones, 3 for both; null for any
  /// @param userId only what this user has, `usr-…`; null for all
  /// @param classId only this class; null for all
  /// @param listing which part
  record Query(
      @Nullable Integer deployMode,
      @Nullable Integer platform,
      @Nullable String userId,
      @Nullable String classId,
      @JsonUnwrapped Listing listing) {

    /// All of it, as far as the page goes.
    public Query(int offset, int limit) {
      this(null, null, null, null, Listing.page(offset, limit));
    }
  }
}
