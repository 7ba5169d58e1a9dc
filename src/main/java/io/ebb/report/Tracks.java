package io.ebb.report;

import io.ebb.plan.Batch;
import io.ebb.plan.Step;
import io.ebb.plan.Target;
import io.ebb.report.Timeline.Gap;
import io.ebb.report.Timeline.Lane;
import io.ebb.report.Timeline.Mark;
import io.ebb.report.Timeline.Phase;
import io.ebb.run.ChangeRecord;
import io.ebb.run.Entry;
import io.ebb.run.Entry.End;
import io.ebb.run.History;
import io.ebb.run.NodeOutcome;
import io.ebb.run.RunReport;
import io.ebb.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the timeline of the run of a plan from its events.
final class Tracks {
  private final RunReport report;
  private final History history;
  private final Instant to;
  private final Map<String, LaneBuilder> lanes = new LinkedHashMap<>();
  private final Map<String, LaneBuilder> byHost = new HashMap<>();
  private final List<Gap> gaps = new ArrayList<>();
  private Entry.@Nullable Waiting waiting;

  private Tracks(RunReport report, History history, Instant to) {
    this.report = report;
    this.history = history;
    this.to = to;
    for (Target target : history.plan().targets()) {
      LaneBuilder lane = new LaneBuilder();
      lanes.put(target.id(), lane);
      byHost.put(target.host(), lane);
    }
  }

  /// The timeline of all these runs of plans.
  static Timeline of(List<RunReport> runs, Instant now) {
    List<Lane> lanes = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Instant from = now;
    Instant to = Instant.MIN;
    for (RunReport run : runs) {
      History history = run.history().orElseThrow();
      Instant end = end(run, now);
      Tracks tracks = new Tracks(run, history, end);
      tracks.read();
      lanes.addAll(tracks.lanes());
      gaps.addAll(tracks.gaps);
      from = history.startedAt().isBefore(from) ? history.startedAt() : from;
      to = end.isAfter(to) ? end : to;
    }
    return new Timeline(from, to.isBefore(from) ? from : to, lanes, gaps);
  }

  private static Instant end(RunReport run, Instant now) {
    Instant last = run.entries().getLast().at();
    return goesOn(run) && now.isAfter(last) ? now : last;
  }

  private static boolean goesOn(RunReport run) {
    return run.head().state() == RunState.RUNNING;
  }

  private void read() {
    Entry before = report.entries().getFirst();
    for (Entry entry : report.entries()) {
      endWaiting(entry.at());
      step(entry, before);
      before = entry;
    }
    endWaiting(to);
    ChangeRecord.of(report.entries()).forEach(this::change);
  }

  private void step(Entry entry, Entry before) {
    switch (entry) {
      case Entry.Stepped stepped -> begin(stepped);
      case Entry.Settled(Instant at, NodeOutcome node) -> of(node.id(), lane -> lane.endStep(at));
      case Entry.GivenUp(Instant at, List<String> nodes, var _, var _) ->
          nodes.forEach(node -> of(node, lane -> lane.endStep(at)));
      case Entry.Waiting wait -> waiting = wait;
      case Entry.Interrupted(Instant at, var _) -> stop(at);
      case Entry.Ended(Instant at, var _) -> stop(at);
      case Entry.Resumed(Instant at, var _, var _, var _) -> resume(before, at);
      default -> {}
    }
  }

  private void begin(Entry.Stepped stepped) {
    Batch batch = history.plan().batches().get(stepped.batch() - 1);
    Step step = batch.steps().get(stepped.step() - 1);
    stepped.hosts().stream()
        .flatMap(host -> Stream.ofNullable(byHost.get(host)))
        .forEach(lane -> lane.begin(phase(step), stepped.at(), note(step)));
  }

  private static @Nullable Phase phase(Step step) {
    return switch (step) {
      case Step.Drain _ -> Phase.DRAIN;
      case Step.Verify _ -> Phase.VERIFY;
      case Step.Pause _ -> Phase.PAUSE;
      case Step.Confirm _ -> Phase.CONFIRM;
      case Step.Leave _, Step.Delete _ -> null;
    };
  }

  private static String note(Step step) {
    return switch (step) {
      case Step.Drain drain -> "for at most " + Spans.words(drain.atMost());
      case Step.Verify verify -> "for at most " + Spans.words(verify.atMost());
      case Step.Pause pause -> "for " + Spans.words(pause.span());
      case Step.Confirm confirm -> confirm.question();
      case Step.Leave _, Step.Delete _ -> "";
    };
  }

  private void endWaiting(Instant at) {
    Entry.Waiting wait = waiting;
    if (wait != null) {
      lanes.values().stream()
          .filter(LaneBuilder::atWork)
          .forEach(lane -> lane.add(Phase.WAIT, wait.at(), at, false, wait.reason()));
      waiting = null;
    }
  }

  private void stop(Instant at) {
    lanes.values().forEach(lane -> lane.endStep(at));
  }

  private void resume(Entry before, Instant at) {
    stop(before.at());
    if (!(before instanceof Entry.Ended)) {
      String why =
          before instanceof Entry.Interrupted(var _, String reason)
              ? "interrupted: " + reason
              : "the process was not heard of any more";
      gaps.add(new Gap(report.head().id(), before.at(), at, why));
    }
  }

  private void change(ChangeRecord change) {
    Phase phase = change.deletes() ? Phase.DELETE : change.returns() ? Phase.RETURN : Phase.LEAVE;
    for (int i = 0; i < change.sendings().size(); i++) {
      sending(change, i, phase);
    }
    for (Entry.Declined answer : change.declined()) {
      Mark mark = new Mark(answer.at(), answer.lost(), Objects.toString(answer.answer(), ""));
      nodes(change, answer.sending()).forEach(node -> of(node, lane -> lane.mark(mark)));
    }
  }

  /// A sending shows until the next one, or until it is known what came of the change.
  private void sending(ChangeRecord change, int i, Phase phase) {
    Entry.Intent sent = change.sendings().get(i);
    boolean last = i == change.sendings().size() - 1;
    boolean open = last && change.open();
    Instant end =
        last
            ? change.concluded() == null ? to : change.concluded().at()
            : change.sendings().get(i + 1).at();
    String note = change.operation().map(operation -> "operation " + operation).orElse("");
    boolean passes = change.deletes() && mayHaveArrived(change, sent);
    for (String node : sent.nodes()) {
      of(
          node,
          lane -> {
            lane.add(phase, sent.at(), end, open && goesOn(report), note);
            if (passes) {
              lane.passes(sent.at());
            }
          });
    }
  }

  /// Whether there is no way back from this sending on: it was accepted, or may have been.
  private static boolean mayHaveArrived(ChangeRecord change, Entry.Intent sent) {
    boolean declined =
        change.declined().stream()
            .anyMatch(answer -> answer.sending() == sent.sending() && !answer.lost());
    boolean notDone =
        change.concluded() != null
            && change.operation().isEmpty()
            && change.concluded().end() != End.HAPPENED
            && change.concluded().end() != End.OPEN;
    return !declined && !notDone;
  }

  private static Collection<String> nodes(ChangeRecord change, int sending) {
    return change.sendings().stream()
        .filter(intent -> intent.sending() == sending)
        .flatMap(intent -> intent.nodes().stream())
        .toList();
  }

  private void of(String node, Consumer<LaneBuilder> deed) {
    LaneBuilder lane = lanes.get(node);
    if (lane != null) {
      deed.accept(lane);
    }
  }

  private List<Lane> lanes() {
    return history.nodes().stream()
        .map(node ->
            Objects.requireNonNull(lanes.get(node.id()))
                .lane(
                    report.head().id(), node.id(), node.host(), node.outcome(), to, goesOn(report)))
        .toList();
  }
}
