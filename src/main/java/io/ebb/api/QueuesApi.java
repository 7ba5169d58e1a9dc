package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.NewQueue;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireQueue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Queues of dedicated clusters, and which nodes are in them. For those of shared clusters see
/// [SharedQueuesApi]. What is said of errors at [ClustersApi] holds here too; all methods throw
/// [NotFoundException] when the cluster, the queue or a node is not there.
public interface QueuesApi {

  /// One page of the queues, each with its nodes: the source of truth for who is in which. A POST,
  /// and yet a read. Nothing changes.
  ///
  /// Documented as *EHPC queue list* (`/queue/ehpc/getQueueList`).
  @Read("list queues")
  @RequestLine("POST /queue/ehpc/getQueueList")
  @Otherwise("listByGet")
  Page<WireQueue> list(Query query);

  /// [#list] by the method of the documentation's example (Q16).
  @Read("list queues")
  @RequestLine("GET /queue/ehpc/getQueueList")
  Page<WireQueue> listByGet(@QueryMap Query query);

  /// Adds a queue without nodes, at once.
  ///
  /// Documented as *Add EHPC queue* (`/queue/ehpc/addQueue`).
  @Write("add a queue")
  @RequestLine("POST /queue/ehpc/addQueue")
  NewQueue add(Add request);

  /// Changes the display name of a queue, at once. The documentation lists the parameters of [#add]
  /// too, and says that nothing else can be changed at present. Replies with the queue's id, which
  /// is known.
  ///
  /// Documented as *Modify EHPC queue* (`/queue/ehpc/modifyQueue`).
  @Write("rename the queue")
  @RequestLine("POST /queue/ehpc/modifyQueue")
  void rename(Rename request);

  /// Begins to delete queues. Goes on as an operation. Throws [ConflictException] when one still
  /// has nodes: remove them first.
  ///
  /// Documented as *Delete EHPC queues* (`/queue/ehpc/delQueues`).
  @Write("delete queues")
  @RequestLine("POST /queue/ehpc/delQueues")
  Accepted delete(Delete request);

  /// Begins to put compute nodes into a queue, out of the one they are in: a node is in one at
  /// most. Goes on as an operation. Throws [ConflictException] when the queue or a node is in
  /// transition, or no compute node.
  ///
  /// **Takes serials, not ids**: `io.ebb.cluster.Ehpc.addToQueue` takes nodes.
  ///
  /// Documented as *Add nodes to queue* (`/queue/ehpc/addNodes`).
  @Write("add nodes to a queue")
  @RequestLine("POST /queue/ehpc/addNodes")
  Accepted addNodes(Members request);

  /// Begins to take compute nodes out of a queue; they stay in the cluster, in no queue. Goes on as
  /// an operation. Throws [ConflictException] when no queue of the cluster would be left with a
  /// compute node, or the queue or a node is in transition, or a node is not in the queue.
  ///
  /// **Takes serials, not ids**: `io.ebb.cluster.Ehpc.removeFromQueue` takes nodes.
  ///
  /// Documented as *Remove nodes from queue* (`/queue/ehpc/removeNodes`).
  @Write("remove nodes from a queue")
  @RequestLine("POST /queue/ehpc/removeNodes")
  Accepted removeNodes(Members request);

  /// Which queues.
  ///
  /// @param clusterId the cluster
  /// @param isActive 1 for active queues only; null for all
  /// @param queueIds only these; null for all
  /// @param listing which part, in which order
  record Query(
      String clusterId,
      @Nullable Integer isActive,
      @Nullable List<String> queueIds,
      @JsonUnwrapped Listing listing)
      implements About {

    /// Without filters.
    public Query(String clusterId, int offset, int limit) {
      this(clusterId, null, null, Listing.page(offset, limit));
    }

    /// Only the queues with these ids.
    public static Query only(String clusterId, List<String> queueIds) {
      return new Query(clusterId, null, queueIds, Listing.first());
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// A queue to add.
  ///
  /// @param clusterId the cluster
  /// @param name the display name, in any language
  /// @param maxTime how long a job may run, in Slurm's notation; null for `INFINITE`
  /// @param minNode the fewest compute nodes of a job; null for 1
  /// @param allowAccounts the accounts that may use it; null for all
  /// @param denyAccounts the accounts that may not, for which this page wants a number (Q25); null
  ///   for none
  /// @param defaultQueue 1 to make it the default queue; null leaves it to the service
  /// @param status null leaves it to the service
  /// @param userGroup null leaves it to the service
  record Add(
      String clusterId,
      String name,
      @Nullable String maxTime,
      @Nullable Integer minNode,
      @Nullable String allowAccounts,
      @Nullable Integer denyAccounts,
      @Nullable Integer defaultQueue,
      @Nullable Integer status,
      @Nullable String userGroup)
      implements About {

    /// A queue of this name, for everybody and without limits.
    public static Add named(String clusterId, String name) {
      return new Add(clusterId, name, null, null, null, null, null, null, null);
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// A new name.
  ///
  /// @param clusterId the cluster
  /// @param hpcqueueId the queue
  /// @param name the display name, in any language
  record Rename(String clusterId, String hpcqueueId, String name) implements About {
    @Override
    public Subject subject() {
      return new Subject(clusterId, hpcqueueId, List.of());
    }
  }

  /// What to delete.
  ///
  /// @param clusterId the cluster
  /// @param queueIds the queues, none of which may have nodes
  record Delete(String clusterId, List<String> queueIds) implements About {
    @Override
    public Subject subject() {
      return new Subject(clusterId, String.join(", ", queueIds), List.of());
    }
  }

  /// Nodes of one queue.
  ///
  /// @param clusterId the cluster
  /// @param hpcqueueId the queue
  /// @param nodelist serials of compute nodes; not ids, whatever the documentation says (Q12). A
  ///   serial counts within its role: that of a login node would hit another, compute node
  record Members(String clusterId, String hpcqueueId, List<Integer> nodelist) implements About {
    @Override
    public Subject subject() {
      return new Subject(clusterId, hpcqueueId, nodelist.stream().map(String::valueOf).toList());
    }
  }
}
