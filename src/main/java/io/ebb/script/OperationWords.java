package io.ebb.script;

import io.ebb.cluster.Operation;
import io.ebb.plan.Order;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Opt;
import io.ebb.script.catalogue.Word;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Kind(value = "operation", doc = "The API's asynchronous work on a cluster, `j-…`; never a job.")
final class OperationWords implements Shown {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Session session;
  private final String cluster;
  private final Operation operation;

  OperationWords(Session session, String cluster, Operation operation) {
    this.session = session;
    this.cluster = cluster;
    this.operation = operation;
  }

  /// What is ordered, under the limits that hold for the script.
  ///
  /// @param call the order as one writes it
  static OperationWords ordered(Session session, String call, Order order) {
    Operation operation = session.outside().deeds().order(call, order, session.defaults().limits());
    return new OperationWords(session, order.cluster(), operation);
  }

  @Override
  public Object shown() {
    return operation;
  }

  @Override
  public String clusterId() {
    return cluster;
  }

  @Override
  public String brief() {
    return operation.action() + ", " + operation.status();
  }

  @Override
  public String key() {
    return operation.id();
  }

  @Fact(value = "id", doc = "The operation id, `j-…`.")
  String id() {
    return operation.id();
  }

  @Fact(value = "action", doc = "What it does, in the API's words.")
  String action() {
    return operation.action();
  }

  @Fact(value = "status", doc = "`pending`, `successful` or `failed`.")
  String status() {
    return operation.status();
  }

  @Fact(value = "resources", doc = "The ids of what it works on.")
  List<String> resources() {
    return operation.resources();
  }

  @Word(
      value = "wait",
      doc =
          "Waits until it has ended well, and gives it as it is then. One that fails, or goes on for"
              + " longer, is an error.",
      example = "operation.wait({atMost: \"30m\"})",
      python = "operation.wait(at_most=\"30m\")",
      effect = Effect.READ)
  OperationWords await(
      @Opt(value = "atMost", doc = "How long it is waited for.", otherwise = "\"15m\"")
          @Nullable Duration atMost) {
    Duration patience = atMost == null ? PATIENCE : atMost;
    return new OperationWords(
        session, cluster, session.outside().deeds().await(cluster, operation, patience));
  }

  @Override
  public String toString() {
    return operation.id();
  }
}
