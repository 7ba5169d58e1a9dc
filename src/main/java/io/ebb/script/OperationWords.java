package io.ebb.script;

import io.ebb.cluster.Operation;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import java.util.List;

@Kind(value = "operation", doc = "The API's asynchronous work on a cluster, `j-…`; never a job.")
final class OperationWords implements Shown {
  private final Operation operation;

  OperationWords(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Object shown() {
    return operation;
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

  @Override
  public String toString() {
    return operation.id();
  }
}
