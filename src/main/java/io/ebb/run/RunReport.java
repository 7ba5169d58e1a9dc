package io.ebb.run;

import io.ebb.plan.Plan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that the journal tells of a run, finished or not.
///
/// @param head the run in one line
/// @param entries its events
/// @param parts the runs of the plans that its script has applied; none when it carries out a plan
public record RunReport(RunHead head, List<Entry> entries, List<RunReport> parts) {

  /// Copies the lists.
  public RunReport {
    entries = List.copyOf(entries);
    parts = List.copyOf(parts);
  }

  /// The report of this run as it stands now.
  ///
  /// @throws NoSuchRunException when there is no such run
  /// @throws TamperedException when its events are not those that were written
  public static RunReport of(String run, Journal journal) {
    RunHead head = journal.head(run);
    List<RunReport> parts =
        head.script()
            ? journal.parts(run).stream().map(part -> of(part.id(), journal)).toList()
            : List.of();
    return new RunReport(head, journal.entries(run), parts);
  }

  /// How far its plan is; empty when it carries out a script.
  public Optional<History> history() {
    return head.script() ? Optional.empty() : Optional.of(History.of(entries));
  }

  /// What became of each target so far, those of all parts together.
  public List<NodeOutcome> nodes() {
    return history()
        .map(History::nodes)
        .orElseGet(() -> parts.stream().flatMap(part -> part.nodes().stream()).toList());
  }

  /// The calls that its script has made and that have been answered; none when it carries out a
  /// plan.
  public List<Entry.Called> calls() {
    return all(Entry.Called.class).toList();
  }

  /// Why its script failed or was stopped for good; empty when it did not, or carries out a plan.
  public Optional<String> failure() {
    return Optional.of(entries.getLast())
        .filter(Entry.Finished.class::isInstance)
        .map(last -> ((Entry.Finished) last).reason())
        .filter(why -> !why.isEmpty());
  }

  /// Who has begun it, by their name on the machine; empty when an older version has written it.
  public String operator() {
    return entries.getFirst() instanceof Entry.First first ? first.operator() : "";
  }

  /// What was confirmed before it did what cannot be taken back, in order.
  public List<Entry.Approved> approvals() {
    return all(Entry.Approved.class).toList();
  }

  /// Who has gone on with it, in order.
  public List<Entry.Resumed> resumed() {
    return all(Entry.Resumed.class).toList();
  }

  /// Why it was stopped last; empty when it goes on, has ended, or whoever carried it out could not
  /// say.
  public Optional<Entry.Interrupted> interrupted() {
    return all(Entry.Interrupted.class)
        .reduce((_, last) -> last)
        .filter(last -> last.equals(entries.getLast()));
  }

  /// What it waits for, or did when it stopped.
  public Optional<Entry.Waiting> waiting() {
    return head.script()
        ? all(Entry.Waiting.class).filter(wait -> wait.equals(entries.getLast())).findFirst()
        : history().flatMap(History::waiting);
  }

  /// The order of its script that may have been sent, and was not answered, as one writes it; empty
  /// when there is none.
  public Optional<String> doubtfulOrder() {
    List<Entry> since = new ArrayList<>();
    for (Entry entry : entries) {
      boolean failed = entry instanceof Entry.BlockEnded end && end.end() == Entry.BlockEnd.FAILED;
      if (entry instanceof Entry.Replayed && !failed) {
        since.clear();
      }
      since.add(entry);
    }
    return ChangeRecords.of(since)
        .last()
        .filter(change -> change.operation().isPresent() || change.doubtful().isPresent())
        .flatMap(_ ->
            since.stream()
                .filter(Entry.Ordered.class::isInstance)
                .map(entry -> ((Entry.Ordered) entry).call())
                .findFirst());
  }

  private <E extends Entry> Stream<E> all(Class<E> type) {
    return entries.stream().filter(type::isInstance).map(type::cast);
  }

  /// The run as it stands: what came of it, or what has by now.
  ///
  /// @param now when it is looked at
  public Run run(Instant now) {
    Optional<History> history = history();
    return history
        .flatMap(History::ended)
        .orElseGet(() ->
            new Run(
                head.id(),
                history.map(known -> known.plan().id()).orElse(""),
                head.cluster(),
                head.state(),
                nodes(),
                failure().orElse(null),
                0,
                head.startedAt(),
                head.endedAt() == null ? now : head.endedAt()));
  }

  /// As programs read it: texts, numbers, lists and maps.
  public Map<String, @Nullable Object> data() {
    Optional<History> history = history();
    Optional<Run> end = history.flatMap(History::ended);
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("run", head.id());
    out.put("state", head.state().label());
    out.put("plan", history.map(known -> known.plan().id()).orElse(null));
    out.put("cluster", head.script() ? null : head.cluster());
    out.put("nodes", nodes().stream().map(RunReport::node).toList());
    out.put("stopped", end.map(Run::stopped).or(this::failure).orElse(null));
    out.put("calls", end.map(Run::calls).orElse(null));
    out.put("started_at", time(head.startedAt()));
    out.put("ended_at", time(head.endedAt()));
    out.put("title", head.title());
    out.put("resumable", head.resumable());
    out.put("operator", operator().isEmpty() ? null : operator());
    out.put("approvals", approvals().stream().map(RunReport::approval).toList());
    out.put("owner", owner(head));
    out.put("cancel_asked", head.cancelAsked());
    out.put("waiting", waiting().map(RunReport::waiting).orElse(null));
    out.put("overrides", history.map(History::plan).map(RunReport::overrides).orElse(Map.of()));
    out.put("operations", SentChange.of(entries).stream().map(SentChange::data).toList());
    out.put("resumed", resumed().stream().map(RunReport::resumed).toList());
    out.put("interrupted", interrupted().map(Entry.Interrupted::reason).orElse(null));
    out.put("recorded_calls", head.script() ? calls().size() : null);
    out.put("steps", ScriptStep.of(entries).stream().map(ScriptStep::data).toList());
    out.put("parts", parts.stream().map(RunReport::data).toList());
    return out;
  }

  private static Map<String, @Nullable Object> node(NodeOutcome node) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("host", node.host());
    out.put("id", node.id());
    out.put("outcome", node.outcome().label());
    out.put("reason", node.reason());
    return out;
  }

  /// Who carries it out, or did last.
  public static Map<String, @Nullable Object> owner(RunHead head) {
    Map<String, @Nullable Object> out = owner(head.owner());
    out.put("lease_until", time(head.leaseUntil()));
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
    out.put("since", time(waiting.since()));
    out.put("ends_by", waiting.endedBy());
    out.put("latest", time(waiting.latest()));
    return out;
  }

  private static Map<String, @Nullable Object> overrides(Plan plan) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    plan.options().overrides().forEach((guard, reason) -> out.put(guard.label(), reason));
    return out;
  }

  private static Map<String, @Nullable Object> approval(Entry.Approved approved) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("at", time(approved.at()));
    out.put("question", approved.question());
    out.put("answer", approved.answer());
    out.put("by", approved.by());
    return out;
  }

  private static Map<String, @Nullable Object> resumed(Entry.Resumed resumed) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("at", time(resumed.at()));
    out.put("purpose", resumed.purpose());
    out.put("by", owner(resumed.by()));
    return out;
  }

  static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
