package io.ebb.repl.completion;

import io.ebb.cluster.Node;
import io.ebb.cluster.Role;
import java.util.List;

/// Folds the compute nodes of large clusters in no time, which sets of any names cannot.
final class Serials {
  private Serials() {}

  /// The hosts of the compute nodes in folded form; empty when that is longer, there is only one,
  /// or hosts are not named by their serials.
  static String fold(List<Node> nodes, int longest) {
    List<Node> compute = nodes.stream().filter(node -> node.role() == Role.COMPUTE).toList();
    int[] serials = compute.stream().mapToInt(Node::serial).sorted().distinct().toArray();
    boolean regular =
        compute.stream().allMatch(node -> node.host().equals(node.role().host(node.serial())));
    return regular && serials.length > 1 ? fold(serials, longest) : "";
  }

  private static String fold(int[] serials, int longest) {
    String prefix = Role.COMPUTE.host(0).replace("0", "");
    StringBuilder folded = new StringBuilder(prefix + "[");
    int from = 0;
    for (int i = 1; i <= serials.length && folded.length() < longest; i++) {
      if (i == serials.length || serials[i] != serials[i - 1] + 1) {
        folded.append(from > 0 ? "," : "").append(serials[from]);
        folded.append(i - from > 1 ? "-" + serials[i - 1] : "");
        from = i;
      }
    }
    return folded.length() < longest ? folded.append(']').toString() : "";
  }
}
