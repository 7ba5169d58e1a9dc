package io.ebb.run;

import io.ebb.cluster.Node;
import java.util.List;

/// Says for which nodes a change is right still.
@FunctionalInterface
interface Fit {

  /// The nodes that the change fits by a fresh look; the others are settled.
  List<Node> of(Sight seen);
}
