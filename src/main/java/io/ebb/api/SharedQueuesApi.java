package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.NewQueue;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireQueueDetail;
import io.ebb.api.wire.WireSharedQueue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Queues of shared clusters (`hpc-…`), and the state of a queue of either kind. What is said of
/// errors at [ClustersApi] holds here too.
public interface SharedQueuesApi {

  /// One page of the queues that a shared cluster can use, shared and private ones. Nothing
  /// changes.
  ///
  /// Documented as *HPC queue list* (`/queue/getCurrentQueue`).
  @Read("list shared queues")
  @RequestLine("GET /queue/getCurrentQueue")
  Page<WireSharedQueue> list(@QueryMap Query query);

  /// What one queue has and how much of it is in use; a page of one. Nothing changes. Throws
  /// [BusyException] when the service cannot tell (5000).
  ///
  /// Documented as *Describe queue* (`/queue/describeQueue`).
  @Read("describe the queue")
  @RequestLine("GET /queue/describeQueue")
  Page<WireQueueDetail> describe(@QueryMap One queue);

  /// Hires a private queue of 2 nodes for a shared cluster, at once; costs money from then on.
  ///
  /// Documented as *Bind private queue (HPC)* (`/queue/bindPrivateQueue`).
  @Write("bind a private queue")
  @RequestLine("POST /queue/bindPrivateQueue")
  NewQueue bind(Bind request);

  /// Gives private queues back, at once. Has a path of its own, although the overview of the
  /// documentation links it to [#bind] (Q32).
  ///
  /// Documented as *Unbind private queue (HPC)* (`/queue/unbindPrivateQueue`).
  @Write("unbind private queues")
  @RequestLine("POST /queue/unbindPrivateQueue")
  void unbind(Unbind request);

  /// Which queues. Where the [Dialect] has a `zoneId`, that is sent too (Q8).
  ///
  /// @param clusterId the cluster
  /// @param belong 0 for shared queues, 1 for private ones, -1 or null for all
  /// @param listing which part, in which order; the search word is an id or a name
  record Query(String clusterId, @Nullable Integer belong, @JsonUnwrapped Listing listing)
      implements About {

    /// All of them, as far as the page goes.
    public Query(String clusterId, int offset, int limit) {
      this(clusterId, null, Listing.page(offset, limit));
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// One queue.
  ///
  /// @param clusterId the cluster
  /// @param id the queue, by the name that the parameter has on this page only (Q11)
  record One(String clusterId, String id) implements About {
    @Override
    public Subject subject() {
      return new Subject(clusterId, id, List.of());
    }
  }

  /// A private queue to hire.
  ///
  /// @param name the display name, in any language
  /// @param typeId the type of its nodes, `hpcqt-…`
  /// @param paidType by the hour or by contract
  /// @param duration months of a contract: 1, 3, 6, 12, 36 or 70; null by the hour
  /// @param isAutoRenewal 1 to prolong a contract by itself, else 0; null by the hour
  /// @param clusterId the cluster; optional in the documentation, and always sent
  record Bind(
      String name,
      String typeId,
      PaidType paidType,
      @Nullable Integer duration,
      @Nullable Integer isAutoRenewal,
      String clusterId)
      implements About {

    /// By the hour.
    public static Bind hourly(String clusterId, String name, String typeId) {
      return new Bind(name, typeId, PaidType.PAY_FOR_USED, null, null, clusterId);
    }

    /// For a number of months.
    public static Bind months(
        String clusterId, String name, String typeId, int months, boolean autoRenewal) {
      return new Bind(name, typeId, PaidType.RESERVED, months, autoRenewal ? 1 : 0, clusterId);
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// Private queues to give back.
  ///
  /// @param ids the queues
  /// @param clusterId the cluster, in an array, as in the example (Q25)
  record Unbind(List<String> ids, List<String> clusterId) implements About {

    /// These queues of a cluster.
    public static Unbind of(String clusterId, String... queues) {
      return new Unbind(List.of(queues), List.of(clusterId));
    }

    @Override
    public Subject subject() {
      return new Subject(String.join(", ", clusterId), String.join(", ", ids), List.of());
    }
  }
}
