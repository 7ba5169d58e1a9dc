package io.ebb.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A change that a run has sent, or was about to send, and what is known of it.
///
/// @param number its number in the run, from 1
/// @param action the action by its name in the operation log
/// @param nodes the ids of the nodes concerned
/// @param call what a script has ordered, as one writes it; null when a plan makes the change
/// @param operation the id of the operation that the service made of it; null when none is known
/// @param result what came of it; null when that is not known yet
public record SentChange(
    int number,
    String action,
    List<String> nodes,
    @Nullable String call,
    @Nullable String operation,
    @Nullable String result) {

  /// Copies the list.
  public SentChange {
    nodes = List.copyOf(nodes);
  }

  /// The changes of a run, in the order in which they were first sent.
  public static List<SentChange> of(List<Entry> entries) {
    SequencedMap<Integer, SentChange> changes = new LinkedHashMap<>();
    Map<Integer, String> calls = new HashMap<>();
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Ordered order -> calls.put(order.change(), order.call());
        case Entry.Intent intent ->
            changes.put(intent.change(), about(intent, calls.get(intent.change())));
        case Entry.Receipt receipt ->
            changes.computeIfPresent(
                receipt.change(), (_, change) -> change.as(receipt.operation()));
        case Entry.Adopted adopted ->
            changes.computeIfPresent(
                adopted.change(), (_, change) -> change.as(adopted.operation()));
        case Entry.Concluded concluded ->
            changes.computeIfPresent(
                concluded.change(), (_, change) -> change.ended(concluded.result()));
        default -> {}
      }
    }
    return List.copyOf(changes.sequencedValues());
  }

  private static SentChange about(Entry.Intent intent, @Nullable String call) {
    return new SentChange(intent.change(), intent.action(), intent.nodes(), call, null, null);
  }

  private SentChange as(String known) {
    return new SentChange(number, action, nodes, call, known, result);
  }

  private SentChange ended(String known) {
    return new SentChange(number, action, nodes, call, operation, known);
  }

  /// What it does, for people.
  public String words() {
    return switch (action) {
      case "HpcQueueRemoveEhpcQueueNodes" -> "leave queue";
      case "HpcQueueAddEhpcQueueNodes" -> "return to queue";
      case "HpcClusterDeleteClusterNodes" -> "delete";
      case "HpcClusterAddClusterNodes" -> "add nodes";
      case "HpcClusterRestartClusterNodes" -> "restart";
      case "HpcQueueDelEhpcQueues" -> "delete queue";
      default -> action;
    };
  }

  Map<String, @Nullable Object> data() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("operation", operation);
    out.put("action", action);
    out.put("nodes", nodes);
    out.put("call", call);
    out.put("result", result);
    return out;
  }
}
