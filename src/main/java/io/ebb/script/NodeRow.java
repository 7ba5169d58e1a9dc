package io.ebb.script;

import io.ebb.plan.Target;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Kind(value = "plannedNode", doc = "A node of a plan, as it was when the plan was made.")
record NodeRow(
    @Fact(value = "id", doc = "The node id, `cln-…`.") String id,
    @Fact(value = "host", doc = "The host name.") String host,
    @Fact(value = "queue", doc = "The id of the queue it was in; nothing when it was in none.")
        @Nullable String queue,
    @Fact(value = "status", doc = "The status it had, for example `active`.") String status,
    @Fact(value = "jobs", doc = "The ids of the running jobs that may have been using it.")
        List<String> jobs) {

  NodeRow {
    jobs = List.copyOf(jobs);
  }

  static NodeRow of(Target target) {
    return new NodeRow(target.id(), target.host(), target.queue(), target.status(), target.jobs());
  }
}
