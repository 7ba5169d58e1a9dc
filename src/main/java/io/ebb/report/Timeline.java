package io.ebb.report;

import io.ebb.run.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When what was done to which node.
///
/// @param from where it begins
/// @param to where it ends: at the end of the last run, at its last event when nobody carries it
///   out, else now
/// @param lanes one for each node of each run, in the order of the plans
/// @param gaps when nobody carried a run out
public record Timeline(Instant from, Instant to, List<Lane> lanes, List<Gap> gaps) {

  /// Copies the lists.
  public Timeline {
    lanes = List.copyOf(lanes);
    gaps = List.copyOf(gaps);
  }

  /// Its lanes, of which neighbours that show the same are one.
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      hosts.add(lanes.get(i).host());
      if (i + 1 == lanes.size() || !lanes.get(i).showsAs(lanes.get(i + 1))) {
        groups.add(new Group(lanes.get(i), hosts));
        hosts.clear();
      }
    }
    return groups;
  }

  /// Neighbours of which the same is shown.
  ///
  /// @param lane one of them
  /// @param hosts the host names of all
  public record Group(Lane lane, List<String> hosts) {
    /// Copies the list.
    public Group {
      hosts = List.copyOf(hosts);
    }
  }

  /// What was done to one node in one run.
  ///
  /// @param run the id of the run
  /// @param node the node id
  /// @param host the host name
  /// @param bars what took time, in the order in which it began
  /// @param marks what happened in a moment
  /// @param noReturn when the node passed the point of no return; null when it did not
  /// @param outcome what became of it
  public record Lane(
      String run,
      String node,
      String host,
      List<Bar> bars,
      List<Mark> marks,
      @Nullable Instant noReturn,
      Outcome outcome) {

    /// Copies the lists.
    public Lane {
      bars = List.copyOf(bars);
      marks = List.copyOf(marks);
    }

    private boolean showsAs(Lane other) {
      return run.equals(other.run)
          && outcome == other.outcome
          && Objects.equals(noReturn, other.noReturn)
          && bars.equals(other.bars)
          && marks.equals(other.marks);
    }
  }

  /// Something that took time.
  ///
  /// @param phase what
  /// @param to when it ended; where the timeline ends, when it has not
  /// @param open whether it has not ended
  /// @param note more of it; empty when there is nothing more to say
  public record Bar(Phase phase, Instant from, Instant to, boolean open, String note) {

    /// Whether it took any time, or goes on.
    public boolean lasted() {
      return open || from.isBefore(to);
    }
  }

  /// What is done to a node.
  public enum Phase {
    /// It leaves its queue; without access to the scheduler that is the fence, too.
    LEAVE("leave", "leaves its queue: the fence, no new job can start"),
    /// Its running jobs end.
    DRAIN("drain", "running jobs end"),
    /// The plan has it rest.
    PAUSE("pause", "the plan pauses"),
    /// Somebody is asked whether to go on.
    CONFIRM("confirm", "somebody is asked"),
    /// It is being deleted.
    DELETE("delete", "is being deleted"),
    /// It is looked for, until it is seen to be gone.
    VERIFY("verify", "is looked for until it is seen to be gone"),
    /// It goes back into its queue.
    RETURN("return", "goes back into its queue"),
    /// The run waits for something.
    WAIT("wait", "the run waits, and says for what");

    private final String label;
    private final String meaning;

    Phase(String label, String meaning) {
      this.label = label;
      this.meaning = meaning;
    }

    /// Its name for people, for example `drain`.
    public String label() {
      return label;
    }

    /// What it is, in a few words.
    public String meaning() {
      return meaning;
    }
  }

  /// A sending that was not accepted: what was to be done is looked at again, and sent again.
  ///
  /// @param lost whether only the answer was lost
  /// @param note what was answered, or what happened instead
  public record Mark(Instant at, boolean lost, String note) {}

  /// A time in which nobody carried the run out.
  ///
  /// @param run the id of the run
  /// @param note why
  public record Gap(String run, Instant from, Instant to, String note) {}
}
