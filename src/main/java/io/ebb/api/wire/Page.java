package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One page of a list, whatever the endpoint calls the list (Q20).
///
/// @param totalCount how many items there are on all pages; null when the reply does not say
///   credibly
/// @param items the items of this page
public record Page<T>(
    @JsonAlias("total_sum") @JsonSetter(nulls = Nulls.SET) @Nullable Integer totalCount,
    @JsonProperty("items")
        @JsonAlias({
          "cluster_set",
          "hpc_app_nodes_set",
          "hpc_queue_set",
          "queues_set",
          "queue_set",
          "hpc_job_set",
          "job_set",
          "users_set",
          "user_set",
          "hpcsw_set",
          "detail",
        })
        @JsonSetter(nulls = Nulls.SET)
        List<T> items) {

  /// Refuses a page without a list, unless it says that there is nothing to list: it is not to be
  /// taken for an empty one. Nor is an item that is null to be left out. A count below what is
  /// there is no count.
  public Page {
    boolean saysNone = totalCount != null && totalCount == 0;
    if (items == null && !saysNone) {
      throw new IllegalArgumentException("the reply has no list");
    }
    if (items != null && items.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("an item of the list is null");
    }
    items = items == null ? List.of() : List.copyOf(items);
    totalCount = totalCount != null && totalCount < items.size() ? null : totalCount;
  }
}
