package io.ebb.script;

import io.ebb.cluster.Cluster;
import io.ebb.cluster.Job;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Queue;
import io.ebb.cluster.Snapshot;
import io.ebb.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// A kind of answer that a script gets from outside; what it takes to read it back from a record.
///
/// @param type of the value
record Form<T>(TypeReference<T> type) {
  static final Form<List<Cluster>> CLUSTERS = new Form<>(new TypeReference<>() {});
  static final Form<Cluster> CLUSTER = new Form<>(new TypeReference<>() {});
  static final Form<Snapshot> SNAPSHOT = new Form<>(new TypeReference<>() {});
  static final Form<List<Queue>> QUEUES = new Form<>(new TypeReference<>() {});
  static final Form<List<Job>> JOBS = new Form<>(new TypeReference<>() {});
  static final Form<List<Operation>> OPERATIONS = new Form<>(new TypeReference<>() {});
  static final Form<Operation> OPERATION = new Form<>(new TypeReference<>() {});
  static final Form<Moment> MOMENT = new Form<>(new TypeReference<>() {});
  static final Form<Instant> INSTANT = new Form<>(new TypeReference<>() {});
  static final Form<Reply> REPLY = new Form<>(new TypeReference<>() {});
  static final Form<Run> RUN = new Form<>(new TypeReference<>() {});
  static final Form<Look> LOOK = new Form<>(new TypeReference<>() {});
  static final Form<List<String>> NAMES = new Form<>(new TypeReference<>() {});
  static final Form<Map<String, @Nullable Object>> RAW = new Form<>(new TypeReference<>() {});
  static final Form<List<Map<String, @Nullable Object>>> RAWS =
      new Form<>(new TypeReference<>() {});
}
