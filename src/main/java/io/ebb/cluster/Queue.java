package io.ebb.cluster;

import java.util.List;
import java.util.Optional;

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

  /// The queue with this id or, as no queue has it, with this display name or partition.
  ///
  /// @param cluster whose queues they are, for the error
  /// @throws AmbiguousNameException when several are called so
  public static Optional<Queue> find(String cluster, List<Queue> queues, String word) {
    List<Queue> called = called(queues, word);
    if (called.size() > 1) {
      List<String> ids = called.stream().map(Queue::id).toList();
      throw new AmbiguousNameException(cluster, "queues", word, ids);
    }
    return called.stream().findFirst();
  }

  /// The queues that `word` may mean: only the one with this id where there is one.
  static List<Queue> called(List<Queue> queues, String word) {
    return queues.stream()
        .filter(queue -> queue.id().equals(word))
        .findFirst()
        .map(List::of)
        .orElseGet(() -> queues.stream().filter(queue -> queue.isCalled(word)).toList());
  }

  /// Whether `word` is this queue's id, display name or partition.
  public boolean isCalled(String word) {
    return word.equals(id) || word.equals(name) || word.equals(partition);
  }
}
