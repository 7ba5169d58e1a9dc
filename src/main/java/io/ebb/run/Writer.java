package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.cluster.Snapshot;
import java.util.List;
import java.util.function.Function;

/// Makes changes, each once: look, intent, call, receipt, wait, conclusion. Nothing is ever
/// repeated blindly (rule 13).
final class Writer {
  private final RunContext context;
  private int changes;

  Writer(RunContext context) {
    this.context = context;
  }

  /// Makes the change and waits for its end.
  ///
  /// @param fit the nodes that the change still fits by a fresh look; asked before each sending
  /// @throws io.ebb.api.EhpcException when the run cannot go on; then nothing of the change has
  ///   happened
  Conclusion perform(Change change, Function<Snapshot, List<Node>> fit) {
    int number = ++changes;
    try {
      Conclusion conclusion = new Delivery(context, change, number, fit, context.look()).conclude();
      note(number, conclusion.text());
      return conclusion;
    } catch (RuntimeException e) {
      note(number, "not done: " + e.getMessage());
      throw e;
    }
  }

  private void note(int change, String result) {
    context.write(new Entry.Concluded(context.now(), change, result));
  }
}
