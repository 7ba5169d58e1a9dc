package io.ebb.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// (a) The plainest client: one node after the other, one write and one poll loop for each of its
/// two steps, the documented default of 10 items a page, nothing confirmed.
final class PlainClient implements Client {
  private static final int DEFAULT_LIMIT = 10;
  private static final Duration POLL = Duration.ofSeconds(5);

  private final Endpoints api;
  private final TurnedClock clock;

  PlainClient(Bare bare, TurnedClock clock) {
    this.api = new Endpoints(bare, DEFAULT_LIMIT);
    this.clock = clock;
  }

  @Override
  public void retire(String cluster, SortedSet<Integer> serials) {
    Map<Integer, String> queues = queuesBySerial(cluster);
    Map<Integer, String> ids =
        api.nodes(cluster).stream()
            .filter(Wire.Node::isCompute)
            .collect(Collectors.toMap(Wire.Node::serverId, Wire.Node::nodeId));
    for (int serial : serials) {
      await(api.removeNodes(cluster, queues.get(serial), List.of(serial)));
      await(api.deleteNodes(cluster, List.of(ids.get(serial))));
    }
  }

  private Map<Integer, String> queuesBySerial(String cluster) {
    Map<Integer, String> queues = new HashMap<>();
    for (Wire.Queue queue : api.queues(cluster)) {
      queue.nodelist().forEach(serial -> queues.put(serial, queue.hpcqueueId()));
    }
    return queues;
  }

  private void await(String operation) {
    Wire.Operation seen;
    do {
      clock.sleep(POLL);
      seen = api.operation(operation);
    } while (seen.pending());
    if (!seen.status().equals("successful")) {
      throw new IllegalStateException("operation " + operation + " " + seen.status());
    }
  }
}
