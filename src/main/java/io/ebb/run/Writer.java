package io.ebb.run;

import java.util.List;
import java.util.Optional;

/// Makes changes, each once: look, intent, call, receipt, wait, conclusion. Nothing is ever
/// repeated blindly (rule 13).
final class Writer {
  private final RunContext context;
  private int changes;

  /// @param changes how many changes the run had begun before
  Writer(RunContext context, int changes) {
    this.context = context;
    this.changes = changes;
  }

  /// A change that is being made.
  final class Making {
    private final int number = ++changes;
    private final Delivery delivery;

    private Making(Change change, Fit fit) {
      this.delivery = new Delivery(context, change, number, fit);
    }

    /// Sends it for the first time.
    ///
    /// @param seen the look that it is sent by
    /// @throws io.ebb.api.EhpcException as [#perform] does
    void launch(Sight seen) {
      try {
        delivery.launch(seen);
      } catch (RuntimeException e) {
        throw note(e);
      }
    }

    /// Whether it is known what came of it.
    boolean ended() {
      return delivery.ended();
    }

    /// Makes it, if it is not made already.
    ///
    /// @throws io.ebb.api.EhpcException as [#perform] does
    Conclusion conclude() {
      try {
        Conclusion conclusion = delivery.conclude();
        note(conclusion);
        return conclusion;
      } catch (RuntimeException e) {
        throw note(e);
      }
    }

    private RuntimeException note(RuntimeException failure) {
      note(new Conclusion.NotDone(String.valueOf(failure.getMessage())));
      return failure;
    }

    private void note(Conclusion conclusion) {
      context.write(conclusion.entry(context.now(), number));
    }
  }

  /// Makes the change and waits for its end.
  ///
  /// @param fit the nodes that the change still fits by a fresh look; asked before each sending
  /// @throws io.ebb.api.EhpcException when the run cannot go on; then nothing of the change has
  ///   happened
  Conclusion perform(Change change, Fit fit) {
    Making making = begin(change, fit);
    making.launch(context.lookBefore(change));
    return making.conclude();
  }

  /// A change to make together with others: each is launched, then all are followed, then each is
  /// concluded.
  Making begin(Change change, Fit fit) {
    return new Making(change, fit);
  }

  /// Waits for the ends of those that were accepted when they were launched: one poll for all.
  void follow(List<Making> launched) {
    List<Delivery> flying =
        launched.stream()
            .map(making -> making.delivery)
            .filter(delivery -> delivery.flight().isPresent())
            .toList();
    if (flying.isEmpty()) {
      return;
    }
    List<Flight> flights = flying.stream().map(Delivery::flight).flatMap(Optional::stream).toList();
    List<Conclusion> conclusions = new Landing(context, flights).conclude();
    for (int each = 0; each < flying.size(); each++) {
      flying.get(each).landed(conclusions.get(each));
    }
  }
}
