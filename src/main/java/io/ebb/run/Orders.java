package io.ebb.run;

import io.ebb.cluster.Node;
import io.ebb.cluster.Operation;
import io.ebb.plan.Limits;
import io.ebb.plan.Order;
import io.ebb.plan.Pace;
import io.ebb.run.Cancellation.Level;
import io.ebb.run.Watcher.Awaited;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Carries out what scripts order directly, each order once: a fresh look, guards, intent, call,
/// receipt, as it is with the changes of plans (design 6.2). Safe for use by many threads.
public final class Orders {
  private final Means means;

  Orders(Means means) {
    this.means = means;
  }

  /// The place of an order in the run of its script.
  ///
  /// @param lease of the run
  /// @param change the number of the change in the run, from 1
  /// @param call the call as one writes it, with its arguments
  /// @param before what the journal has of this order already, when the run was stopped in the
  ///   middle of it; else empty
  /// @param approval what was asked and answered before; empty when nobody was asked
  public record Place(
      Lease lease, int change, String call, List<Entry> before, Optional<Approval> approval) {
    /// Copies the list.
    public Place {
      before = List.copyOf(before);
    }

    /// That of an order that needs no approval.
    public Place(Lease lease, int change, String call, List<Entry> before) {
      this(lease, change, call, before, Optional.empty());
    }

    /// The same place, for an order that was approved so.
    public Place approved(Optional<Approval> how) {
      return new Place(lease, change, call, before, how);
    }
  }

  /// Carries out the order, or finds out what came of it when it was begun before; returns its
  /// operation as soon as the service has accepted it.
  ///
  /// @param limits how much may be taken away, and what is protected
  /// @param tell told what happens, a line each
  /// @throws RefusedException when a guard forbids it, or another run holds one of the nodes;
  ///   nothing was changed
  /// @throws io.ebb.api.AmbiguousException when it was sent, and nobody can say whether it has
  ///   happened
  /// @throws io.ebb.api.EhpcException when the service refuses it; nothing was changed
  /// @throws StoppedException when it is stopped on the way
  public Operation carryOut(
      Order order, Place place, Limits limits, Cancellation cancellation, Consumer<String> tell) {
    Ordering ordering = new Ordering(means, order, place, limits, cancellation, tell);
    return unlessHalted(() -> cancellation.during(ordering::carryOut, Level.INTERRUPTED));
  }

  /// Looks whether the order may be carried out now, and changes nothing; returns an operation that
  /// has ended, as if it had been.
  ///
  /// @param tell told what it waits for, a line each
  /// @param objection hears when a guard forbids it, or a run holds one of the nodes, and throws
  ///   that unless it is of no account
  /// @throws io.ebb.api.EhpcException when the cluster cannot be looked at
  /// @throws StoppedException when it is stopped on the way
  public Operation rehearse(
      Order order,
      Limits limits,
      Cancellation cancellation,
      Consumer<String> tell,
      Consumer<RefusedException> objection) {
    OrderLook look = new OrderLook(means, order, limits);
    return unlessHalted(() ->
        cancellation.during(
            () -> {
              Sight seen = look.now(cancellation, tell);
              stopWhen(cancellation);
              try {
                Map<String, String> holders = means.journal().holders();
                refuseHeld(order, holders);
                look.refuse(seen, holders.keySet());
              } catch (RefusedException e) {
                objection.accept(e);
              }
              Change change = look.change(seen, List.of());
              return OrderLook.operation("(dry run)", "successful", change, order.cluster());
            },
            Level.CANCELLED));
  }

  private void refuseHeld(Order order, Map<String, String> holders) {
    for (Node node : order.nodes()) {
      String holder = holders.get(node.id());
      if (holder != null) {
        List<String> hosts =
            order.nodes().stream()
                .filter(other -> holder.equals(holders.get(other.id())))
                .map(Node::host)
                .toList();
        throw RefusedException.held(order, hosts, means.journal().head(holder));
      }
    }
  }

  /// Waits until the operation has ended well, together with everybody who waits for operations of
  /// the cluster; returns it as it is then. Makes no call when it has ended already.
  ///
  /// @param atMost how long it is waited for
  /// @throws OperationException when it has failed, is not known, or goes on still
  /// @throws io.ebb.api.EhpcException when the operation log cannot be read
  /// @throws StoppedException when it is stopped on the way; the operation goes on
  public Operation await(
      String cluster, Operation operation, Duration atMost, Cancellation cancellation) {
    if (!operation.pending()) {
      return ended(operation);
    }
    List<Sighting> seen = new ArrayList<>();
    Instant now = means.time().instant();
    Instant since = operation.createdAt() == null ? now : operation.createdAt();
    Awaited awaited = new Awaited(operation.id(), since, now.plus(atMost));
    unlessHalted(() ->
        cancellation.during(
            () -> {
              means
                  .watcher()
                  .await(
                      cluster,
                      List.of(awaited),
                      pace(operation),
                      cancellation,
                      Level.CANCELLED,
                      () -> stopWhen(cancellation),
                      (_, sighting) -> seen.add(sighting));
              return seen;
            },
            Level.CANCELLED));
    return switch (seen.getFirst()) {
      case Sighting.Ended(Operation end) -> ended(end);
      case Sighting.Missing _ -> throw OperationException.missing(operation);
      case Sighting.Pending _ -> throw OperationException.pending(operation, atMost);
    };
  }

  private static Pace pace(Operation operation) {
    return operation.action().startsWith("HpcQueue") ? Pace.ofLeaving() : Pace.ofDeletion();
  }

  private static Operation ended(Operation operation) {
    if (operation.failed()) {
      throw OperationException.failed(operation);
    }
    return operation;
  }

  private static void stopWhen(Cancellation cancellation) {
    if (cancellation.cancelled()) {
      throw new StoppedException("it was cancelled");
    }
  }

  private static <T> T unlessHalted(Supplier<T> work) {
    try {
      return work.get();
    } catch (Halt halt) {
      throw new StoppedException(halt.reason().text());
    }
  }
}
