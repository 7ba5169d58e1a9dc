package io.ebb.sim;

import tools.jackson.databind.node.ObjectNode;

/// An operation as `/operation` shows it.
final class OperationWire {
  private OperationWire() {}

  static ObjectNode of(SimOperation operation, String owner) {
    return Wire.object()
        .put("job_id", operation.id())
        .put("job_action", operation.action())
        .put("action_describe", operation.label())
        .put("status", operation.status())
        .put("error_codes", operation.errorCodes())
        .put("resource_ids", String.join(" ", operation.resources()))
        .put("create_time", Wire.time(operation.createdAt()))
        .put("status_time", Wire.time(operation.statusAt()))
        .put("owner", owner)
        .put("submitter", "ebb-sim")
        .putNull("task_count");
  }
}
