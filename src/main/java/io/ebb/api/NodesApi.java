package io.ebb.api;

import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireNode;
import java.util.List;

/// Nodes of a cluster.
public interface NodesApi {

  /// One page of the nodes, of all roles.
  @Read("list nodes")
  @RequestLine("GET /cluster/listNodes")
  Page<WireNode> list(@QueryMap Query query);

  /// Begins to add 1 to 99 nodes.
  @Write("add nodes")
  @RequestLine("POST /cluster/addNodes")
  Accepted add(Add request);

  /// Begins to delete nodes for good.
  @Write("delete nodes")
  @RequestLine("POST /cluster/deleteNodes")
  @Otherwise("deleteByNodeList")
  Accepted delete(Delete request);

  /// [#delete] with the key of the parameter table in place of the example's (Q15).
  @Write("delete nodes")
  @RequestLine("POST /cluster/deleteNodes")
  @Renamed(from = "node_ids", to = "node_list")
  Accepted deleteByNodeList(Delete request);

  /// Which nodes.
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

  /// What to add.
  ///
  /// @param clusterId the cluster
  /// @param nodeRole `compute` or `login`
  /// @param nodeCount how many, from 1 to 99; a text, as the documentation has it (Q25)
  record Add(String clusterId, String nodeRole, String nodeCount) implements About {
    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// What to delete.
  ///
  /// @param clusterId the cluster
  /// @param nodeIds node ids, `cln-…`
  record Delete(String clusterId, List<String> nodeIds) implements About {
    @Override
    public Subject subject() {
      return new Subject(clusterId, "", nodeIds);
    }
  }
}
