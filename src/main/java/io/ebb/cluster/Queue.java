package io.ebb.cluster;

import java.util.List;

/// A queue of a dedicated cluster. Behind each stands one Slurm partition.
///
/// @param id the id, `ehpcq-…`
/// @param name the display name, often Chinese
/// @param partition the Slurm partition, for example `normal`; empty when unknown
/// @param isDefault whether new compute nodes join it
/// @param transition what is being done to it; empty when nothing is
/// @param serials the serials of its compute nodes, ascending
public record Queue(
    String id,
    String name,
    String partition,
    boolean isDefault,
    String transition,
    List<Integer> serials) {

  /// Copies the list and sorts it.
  public Queue {
    serials = serials.stream().sorted().toList();
  }

  /// The name to type: the partition where there is one, which is plain ASCII, else the display
  /// name.
  public String label() {
    return partition.isEmpty() ? name : partition;
  }

  /// Whether `word` is this queue's id, display name or partition.
  public boolean isCalled(String word) {
    return word.equals(id) || word.equals(name) || word.equals(partition);
  }
}
