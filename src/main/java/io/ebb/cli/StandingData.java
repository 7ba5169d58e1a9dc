package io.ebb.cli;

import io.ebb.plan.Plan;
import io.ebb.run.Entry;
import io.ebb.run.History;
import io.ebb.run.Owner;
import io.ebb.run.Run;
import io.ebb.run.RunHead;
import io.ebb.script.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a run stands, as programs read it: all that [RunText#data] tells of a run that has ended,
/// and more.
final class StandingData {
  private StandingData() {}

  static Map<String, @Nullable Object> of(Standing run) {
    RunHead head = run.head();
    Optional<History> history = run.history();
    Optional<Run> end = history.flatMap(History::ended);
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("run", head.id());
    out.put("state", head.state().label());
    out.put("plan", history.map(known -> known.plan().id()).orElse(null));
    out.put("cluster", head.script() ? null : head.cluster());
    out.put("nodes", run.nodes().stream().map(Views.OUTCOMES::data).toList());
    out.put("stopped", end.map(Run::stopped).or(run::failure).orElse(null));
    out.put("calls", end.map(Run::calls).orElse(null));
    out.put("started_at", Views.time(head.startedAt()));
    out.put("ended_at", Views.time(head.endedAt()));
    out.put("title", head.title());
    out.put("resumable", head.resumable());
    out.put("owner", owner(head));
    out.put("cancel_asked", head.cancelAsked());
    out.put("waiting", run.waiting().map(StandingData::waiting).orElse(null));
    out.put("overrides", history.map(History::plan).map(StandingData::overrides).orElse(Map.of()));
    out.put("operations", SentChange.of(run.entries()).stream().map(SentChange::data).toList());
    out.put("resumed", run.resumed().stream().map(StandingData::resumed).toList());
    out.put("interrupted", run.interrupted().map(Entry.Interrupted::reason).orElse(null));
    out.put("recorded_calls", head.script() ? run.calls().size() : null);
    out.put("answers", run.calls().stream().flatMap(StandingData::answer).toList());
    out.put("steps", run.steps().stream().map(ScriptStep::data).toList());
    out.put("parts", run.parts().stream().map(StandingData::of).toList());
    return out;
  }

  /// Who carries it out, or did last.
  static Map<String, @Nullable Object> owner(RunHead head) {
    Map<String, @Nullable Object> out = owner(head.owner());
    out.put("lease_until", Views.time(head.leaseUntil()));
    return out;
  }

  private static Map<String, @Nullable Object> owner(Owner owner) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("host", owner.host());
    out.put("pid", owner.pid());
    return out;
  }

  private static Map<String, @Nullable Object> waiting(Entry.Waiting waiting) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("reason", waiting.reason());
    out.put("since", Views.time(waiting.since()));
    out.put("ends_by", waiting.endedBy());
    out.put("latest", Views.time(waiting.latest()));
    return out;
  }

  private static Stream<Map<String, @Nullable Object>> answer(Entry.Called call) {
    return Reply.recorded(call).stream()
        .map(reply -> {
          Map<String, @Nullable Object> out = new LinkedHashMap<>();
          out.put("question", call.call());
          out.put("answer", reply.text());
          out.put("by", reply.by());
          return out;
        });
  }

  private static Map<String, @Nullable Object> overrides(Plan plan) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    plan.options().overrides().forEach((guard, reason) -> out.put(guard.label(), reason));
    return out;
  }

  private static Map<String, @Nullable Object> resumed(Entry.Resumed resumed) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("at", Views.time(resumed.at()));
    out.put("purpose", resumed.purpose());
    out.put("by", owner(resumed.by()));
    return out;
  }
}
