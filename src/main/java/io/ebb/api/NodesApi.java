package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireNode;
import io.ebb.api.wire.WireNodeDetail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Nodes of a cluster, by their ids. What is said of errors at [ClustersApi] holds here too; all
/// methods throw [NotFoundException] when the cluster or a node is not there.
public interface NodesApi {

  /// One page of the nodes, of all roles, with what is needed to choose among them. Nothing
  /// changes.
  ///
  /// Documented as *List nodes* (`/cluster/listNodes`).
  @Read("list nodes")
  @RequestLine("GET /cluster/listNodes")
  Page<WireNode> list(@QueryMap Query query);

  /// [#list] with every documented field but the secret ones.
  @Read("list nodes")
  @RequestLine("GET /cluster/listNodes")
  Page<WireNodeDetail> listInFull(@QueryMap Query query);

  /// Begins to add 1 to 99 nodes, which takes about a minute and costs money from then on; new
  /// compute nodes join the default queue. Goes on as an operation. Throws [BusyException] when the
  /// zone is out of capacity (5200), [ConflictException] when the cluster is in transition.
  /// Controllers cannot be added.
  ///
  /// Documented as *Add nodes* (`/cluster/addNodes`).
  @Write("add nodes")
  @RequestLine("POST /cluster/addNodes")
  Accepted add(Add request);

  /// Begins to delete nodes for good; jobs that still run on them are lost. Goes on as an
  /// operation. Throws [ConflictException] when a role of the cluster would be left without a node
  /// or a node is in transition. Of dedicated clusters, login and compute nodes can be deleted, of
  /// shared ones login nodes only; a controller never.
  ///
  /// Documented as *Delete nodes* (`/cluster/deleteNodes`).
  @Write("delete nodes")
  @RequestLine("POST /cluster/deleteNodes")
  @Otherwise("deleteByNodeList")
  Accepted delete(Delete request);

  /// [#delete] with the key of the parameter table in place of the example's (Q15). Which of the
  /// two goes first is a matter of the [Dialect].
  @Write("delete nodes")
  @RequestLine("POST /cluster/deleteNodes")
  @Otherwise("delete")
  @Renamed(from = "node_ids", to = "node_list")
  Accepted deleteByNodeList(Delete request);

  /// Begins to restart nodes; jobs that run on them are lost. Goes on as an operation. Throws
  /// [ConflictException] when one is in transition.
  ///
  /// Documented as *Restart nodes* (`/cluster/restartNodes`).
  @Write("restart nodes")
  @RequestLine("POST /cluster/restartNodes")
  Accepted restart(Restart request);

  /// Which nodes.
  ///
  /// @param clusterId the cluster; optional in the documentation, and always sent (Q29)
  /// @param status for example `active`; null for all
  /// @param listing which part, in which order; sorted for example by `role`
  record Query(String clusterId, @Nullable String status, @JsonUnwrapped Listing listing)
      implements About {

    /// Without a filter.
    public Query(String clusterId, int offset, int limit) {
      this(clusterId, null, Listing.page(offset, limit));
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// What to add.
  ///
  /// @param clusterId the cluster
  /// @param nodeRole `compute` or `login`, of shared clusters `login` only; optional in the
  ///   documentation, and always sent (Q29)
  /// @param nodeCount how many, from 1 to 99; a text, as in the example (Q25)
  /// @param nodeName the display name of the new nodes; null leaves it to the service
  /// @param privateIps the private addresses to give them; null leaves them to the service
  record Add(
      String clusterId,
      String nodeRole,
      String nodeCount,
      @Nullable String nodeName,
      @Nullable List<String> privateIps)
      implements About {

    /// With names and addresses of the service's choice.
    public Add(String clusterId, String nodeRole, String nodeCount) {
      this(clusterId, nodeRole, nodeCount, null, null);
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// What to delete.
  ///
  /// @param clusterId the cluster
  /// @param nodeIds node ids, `cln-…`, at least one
  record Delete(String clusterId, List<String> nodeIds) implements About {
    @Override
    public Subject subject() {
      return new Subject(clusterId, "", nodeIds);
    }
  }

  /// What to restart.
  ///
  /// @param clusterId the cluster
  /// @param nodeIds node ids, `cln-…`, at least one
  record Restart(String clusterId, List<String> nodeIds) implements About {
    @Override
    public Subject subject() {
      return new Subject(clusterId, "", nodeIds);
    }
  }
}
