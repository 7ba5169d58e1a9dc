package io.ebb.plan;

import java.time.Duration;
import java.util.List;

/// One thing a batch does to its nodes, which are named by id.
public sealed interface Step {

  /// The ids of the nodes concerned.
  List<String> nodes();

  /// Its name for people and scripts, for example `drain`.
  default String label() {
    return switch (this) {
      case Leave _ -> "leave";
      case Drain _ -> "drain";
      case Delete _ -> "delete";
      case Verify _ -> "verify";
      case Pause _ -> "pause";
      case Confirm _ -> "confirm";
    };
  }

  /// The nodes leave their queue: no new job can start on them. Without access to the scheduler
  /// this is the fence, and so it comes first (rule 3).
  ///
  /// @param queue the queue's id
  record Leave(String queue, List<String> nodes) implements Step {
    /// Copies the list.
    public Leave {
      nodes = List.copyOf(nodes);
    }
  }

  /// The running jobs end. The clock starts when all nodes are seen out of their queues.
  ///
  /// @param atMost how long that may take
  /// @param onDeadline what happens to nodes that are busy then
  record Drain(List<String> nodes, Duration atMost, OnDeadline onDeadline) implements Step {
    /// How long a job that started just before its node left may take to be listed: so long after
    /// the nodes have left, the jobs are looked at.
    public static final Duration SETTLE = Duration.ofSeconds(5);

    /// Copies the list.
    public Drain {
      nodes = List.copyOf(nodes);
    }
  }

  /// The nodes are deleted: the point of no return (rule 12).
  record Delete(List<String> nodes) implements Step {
    /// Copies the list.
    public Delete {
      nodes = List.copyOf(nodes);
    }
  }

  /// The nodes are seen to be gone from the node list and from every queue.
  ///
  /// @param atMost how long the lists may take to show it
  record Verify(List<String> nodes, Duration atMost) implements Step {
    /// Copies the list.
    public Verify {
      nodes = List.copyOf(nodes);
    }
  }

  /// Nothing happens for so long; composed by hand only.
  ///
  /// @param span how long; from the moment the step begins, which a restart does not reset
  record Pause(List<String> nodes, Duration span) implements Step {
    /// Copies the list.
    public Pause {
      nodes = List.copyOf(nodes);
    }
  }

  /// Somebody is asked before it goes on; composed by hand only. Whoever does not confirm keeps the
  /// nodes.
  ///
  /// @param question what is asked
  record Confirm(List<String> nodes, String question) implements Step {
    /// Copies the list.
    public Confirm {
      nodes = List.copyOf(nodes);
    }
  }
}
