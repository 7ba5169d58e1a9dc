package io.ebb.repl.completion;

import io.ebb.cluster.Cluster;
import io.ebb.cluster.Members;
import io.ebb.run.RunHead;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What there is by name at the service and in the journal, as far as it is known. Nothing here
/// throws, or takes long.
public interface Ids {

  /// The clusters of the account.
  List<Cluster> clusters();

  /// The nodes and queues of a cluster.
  Optional<Members> members(String cluster);

  /// The ids of the clusters whose nodes are known.
  Set<String> seen();

  /// The runs that began last, the youngest first.
  List<RunHead> runs();
}
