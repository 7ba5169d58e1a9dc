package io.ebb.cli;

import io.ebb.cluster.Cluster;
import io.ebb.cluster.Members;
import io.ebb.repl.completion.Ids;
import io.ebb.run.RunHead;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What there is by name before a session is connected: nothing is known.
record NoIds() implements Ids {
  @Override
  public List<Cluster> clusters() {
    return List.of();
  }

  @Override
  public Optional<Members> members(String cluster) {
    return Optional.empty();
  }

  @Override
  public Set<String> seen() {
    return Set.of();
  }

  @Override
  public List<RunHead> runs() {
    return List.of();
  }
}
