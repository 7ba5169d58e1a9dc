package io.ebb.api;

import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireQueue;
import java.util.List;

/// Queues of dedicated clusters, and which nodes are in them.
public interface QueuesApi {

  /// One page of the queues. A POST, and yet a read.
  @Read("list queues")
  @RequestLine("POST /queue/ehpc/getQueueList")
  @Otherwise("listByGet")
  Page<WireQueue> list(Query query);

  /// [#list] by the method of the documentation's example (Q16).
  @Read("list queues")
  @RequestLine("GET /queue/ehpc/getQueueList")
  Page<WireQueue> listByGet(@QueryMap Query query);

  /// Begins to put compute nodes into a queue, out of the one they are in.
  @Write("add nodes to a queue")
  @RequestLine("POST /queue/ehpc/addNodes")
  Accepted addNodes(Members request);

  /// Begins to take compute nodes out of a queue.
  @Write("remove nodes from a queue")
  @RequestLine("POST /queue/ehpc/removeNodes")
  Accepted removeNodes(Members request);

  /// Which queues.
  ///
  /// @param clusterId the cluster
  /// @param offset how many to leave out
  /// @param limit how many to give, at most 100
  record Query(String clusterId, int offset, int limit) implements About {
    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// Nodes of one queue.
  ///
  /// @param clusterId the cluster
  /// @param hpcqueueId the queue
  /// @param nodelist serials of compute nodes; not ids, whatever the documentation says (Q12)
  record Members(String clusterId, String hpcqueueId, List<Integer> nodelist) implements About {
    @Override
    public Subject subject() {
      return new Subject(clusterId, hpcqueueId, nodelist.stream().map(String::valueOf).toList());
    }
  }
}
