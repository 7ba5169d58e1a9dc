package io.ebb.run;

import java.util.Objects;

/// The run stops here, as it stands: nothing more is sent, nothing is put back, nothing is settled.
///
/// An error, so that nothing on the way takes it for the failure of a step. Only the [Runner]
/// catches it.
final class Halt extends Error {
  private static final long serialVersionUID = 1;

  private final transient Reason reason;

  /// Why a run stops as it stands.
  sealed interface Reason {

    /// It in a sentence without a full stop.
    String text();

    /// Somebody wants it to.
    ///
    /// @param text who or what
    record Interrupted(String text) implements Reason {}

    /// What happens cannot be written down, or what was written cannot be read.
    ///
    /// @param text what failed, and what is known in memory only
    record NoJournal(String text) implements Reason {}

    /// Somebody else carries out the run.
    ///
    /// @param text who
    record LeaseLost(String text) implements Reason {}

    /// The process was paused, and what it has seen and written before is old.
    ///
    /// @param text for how long
    record Paused(String text) implements Reason {}
  }

  Halt(Reason reason) {
    super(reason.text());
    this.reason = reason;
  }

  /// An event of the run could not be written.
  static Halt unwritten(Entry entry, RuntimeException failure) {
    return unwritten(failure, known(entry));
  }

  /// What the run is about to do could not be written.
  static Halt unwritten(RuntimeException failure) {
    return unwritten(failure, "");
  }

  private static Halt unwritten(RuntimeException failure, String known) {
    return failure instanceof LeaseLostException lost
        ? new Halt(new Reason.LeaseLost(message(lost)))
        : new Halt(
            new Reason.NoJournal("the journal cannot be written: " + message(failure) + known));
  }

  /// The journal could not be read.
  static Halt unread(RuntimeException failure) {
    return new Halt(new Reason.NoJournal("the journal cannot be read: " + message(failure)));
  }

  /// What the journal should know and does not.
  private static String known(Entry entry) {
    return switch (entry) {
      case Entry.Receipt receipt ->
          "; not written: the service has accepted change %d as operation %s"
              .formatted(receipt.change(), receipt.operation());
      case Entry.Declined declined ->
          "; not written: change %d was answered %s"
              .formatted(declined.change(), declined.answer());
      case Entry.Settled settled ->
          "; not written: %s is %s, %s"
              .formatted(
                  settled.node().host(), settled.node().outcome().label(), settled.node().reason());
      default -> "";
    };
  }

  private static String message(RuntimeException failure) {
    return Objects.requireNonNullElseGet(failure.getMessage(), failure::toString);
  }

  Reason reason() {
    return reason;
  }
}
