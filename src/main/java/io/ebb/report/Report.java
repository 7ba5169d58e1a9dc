package io.ebb.report;

import io.ebb.run.Entry;
import io.ebb.run.Journal;
import io.ebb.run.Outcome;
import io.ebb.run.RunReport;
import io.ebb.run.ScriptStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that is to be told of a run, or of several that belong together, finished or not: the same
/// for every form that it is written in. Immutable.
///
/// @param cover what stands on its first page
/// @param parameters those of its script, in order
/// @param next what can be done about it now; none when it is over and well
/// @param plans the plans that were carried out, in order
/// @param nodes what became of each node of each plan, in order
/// @param timeline when what was done to which node
/// @param queues how many nodes each queue had before and has after
/// @param calls how many API calls it took
/// @param sent the changes that were sent to the service, in order
/// @param decisions what somebody, or an option, has decided
/// @param problems what went wrong, errors that passed included
/// @param spells which process carried out which run, and when
/// @param steps the steps of its script
/// @param story what the script, the runbook or the session tells
/// @param seals what the journal can be checked against later, one for each run
public record Report(
    Cover cover,
    List<Setting> parameters,
    List<Next> next,
    List<PlanPart> plans,
    List<NodeRow> nodes,
    Timeline timeline,
    List<QueueRow> queues,
    Calls calls,
    List<SentCall> sent,
    List<Decision> decisions,
    List<Problem> problems,
    List<Spell> spells,
    List<ScriptStep> steps,
    List<Passage> story,
    List<Seal> seals) {
  private static final Set<Outcome> ALWAYS_TOLD =
      EnumSet.of(Outcome.RETIRED, Outcome.KEPT, Outcome.UNKNOWN);

  /// What the journal of a run can be checked against later.
  ///
  /// @param run the id of the run
  /// @param events how many events it had
  /// @param digest the hash of the last one, which all before it go into
  public record Seal(String run, long events, String digest) {}

  /// Copies the lists.
  public Report {
    parameters = List.copyOf(parameters);
    next = List.copyOf(next);
    plans = List.copyOf(plans);
    nodes = List.copyOf(nodes);
    queues = List.copyOf(queues);
    sent = List.copyOf(sent);
    decisions = List.copyOf(decisions);
    problems = List.copyOf(problems);
    spells = List.copyOf(spells);
    steps = List.copyOf(steps);
    story = List.copyOf(story);
    seals = List.copyOf(seals);
  }

  /// The report of a run as the journal tells it.
  ///
  /// @param now when it is made
  /// @throws io.ebb.run.NoSuchRunException when there is no such run
  /// @throws io.ebb.run.TamperedException when its events are not those that were written
  /// @throws io.ebb.run.JournalException when the journal cannot be read
  public static Report of(String run, Journal journal, Instant now) {
    RunReport report = RunReport.of(run, journal);
    return of(Covers.of(report, now), Settings.of(report), Story.of(report), List.of(report), now);
  }

  /// The report of what belongs together, for example of a session.
  ///
  /// @param cover its first page
  /// @param parameters what it was given
  /// @param story what was said and shown
  /// @param runs its runs, each with its parts
  /// @param now when it is made
  public static Report of(
      Cover cover,
      List<Setting> parameters,
      List<Passage> story,
      List<RunReport> runs,
      Instant now) {
    List<RunReport> all = runs.stream().flatMap(Report::withParts).toList();
    List<RunReport> ofPlans = all.stream().filter(run -> !run.head().script()).toList();
    List<PlanPart> plans = of(ofPlans, run -> PlanPart.of(run, run.history().orElseThrow()));
    return new Report(
        cover,
        parameters,
        runs.stream().flatMap(run -> Next.of(run).stream()).toList(),
        plans,
        all(ofPlans, run -> NodeRow.of(run, run.history().orElseThrow())),
        Tracks.of(ofPlans, now),
        queues(all),
        Calls.of(plans),
        all(all, SentCall::of),
        inOrder(all(all, Decisions::of), Decision::at),
        inOrder(all(all, Problems::of), Problem::at),
        inOrder(all(all, Spell::of), Spell::from),
        all(all, run -> ScriptStep.of(run.entries())),
        story,
        of(all, run -> new Seal(run.head().id(), run.head().events(), run.head().digest())));
  }

  private static Stream<RunReport> withParts(RunReport run) {
    return Stream.concat(Stream.of(run), run.parts().stream().flatMap(Report::withParts));
  }

  private static <T> List<T> of(List<RunReport> runs, Function<RunReport, T> part) {
    return runs.stream().map(part).toList();
  }

  private static <T> List<T> all(List<RunReport> runs, Function<RunReport, List<T>> part) {
    return runs.stream().flatMap(run -> part.apply(run).stream()).toList();
  }

  private static <T> List<T> inOrder(List<T> parts, Function<T, Instant> at) {
    return parts.stream().sorted(Comparator.comparing(at)).toList();
  }

  private static List<QueueRow> queues(List<RunReport> runs) {
    Map<String, List<Entry.QueuesSeen>> looks = new LinkedHashMap<>();
    for (RunReport run : runs) {
      looks
          .computeIfAbsent(run.head().cluster(), _ -> new ArrayList<>())
          .addAll(
              run.entries().stream()
                  .filter(Entry.QueuesSeen.class::isInstance)
                  .map(Entry.QueuesSeen.class::cast)
                  .toList());
    }
    return looks.entrySet().stream()
        .flatMap(each -> QueueRow.of(each.getKey(), each.getValue()).stream())
        .toList();
  }

  /// How many nodes had which outcome; only those that there are.
  public Map<Outcome, Long> counts() {
    return nodes.stream()
        .collect(Collectors.groupingBy(NodeRow::outcome, TreeMap::new, Collectors.counting()));
  }

  /// What became of the nodes in one line, for example `3 retired, 1 kept, 0 unknown`: how many
  /// were retired, kept and unknown is always said. Empty when no plan was carried out.
  public String summary() {
    Map<Outcome, Long> counts = counts();
    return nodes.isEmpty()
        ? ""
        : Stream.of(Outcome.values())
            .filter(outcome -> counts.containsKey(outcome) || ALWAYS_TOLD.contains(outcome))
            .map(outcome -> counts.getOrDefault(outcome, 0L) + " " + outcome.label())
            .collect(Collectors.joining(", "));
  }

  /// Nodes of which the same became for the same reason, in the order of the first of each.
  public List<Fate> fates() {
    Map<Fate, List<NodeRow>> fates = new LinkedHashMap<>();
    for (NodeRow node : nodes) {
      Fate fate = new Fate(node.outcome(), node.reason(), List.of());
      fates.computeIfAbsent(fate, _ -> new ArrayList<>()).add(node);
    }
    return fates.entrySet().stream()
        .map(each -> new Fate(each.getKey().outcome(), each.getKey().reason(), each.getValue()))
        .toList();
  }

  /// What became of some nodes.
  ///
  /// @param outcome what
  /// @param reason why
  /// @param nodes the nodes
  public record Fate(Outcome outcome, String reason, List<NodeRow> nodes) {
    /// Copies the list.
    public Fate {
      nodes = List.copyOf(nodes);
    }

    /// Their hosts in one word, for example `node[3-5,9]`.
    public String hosts() {
      return Hosts.fold(nodes.stream().map(NodeRow::host).toList());
    }
  }
}
