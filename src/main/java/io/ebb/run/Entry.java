package io.ebb.run;

import io.ebb.plan.Plan;
import io.ebb.plan.Reconfirmation;
import io.ebb.plan.Target;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a journal remembers of a run, in the order in which it happened.
public sealed interface Entry {

  /// When it was written.
  Instant at();

  /// The first event of a run.
  sealed interface First extends Entry {
    /// Who has begun it, by their name on the machine; empty when an older version has written it.
    String operator();
  }

  /// The run has begun.
  ///
  /// @param plan what it carries out
  record Began(Instant at, Plan plan, String operator) implements First {
    /// Nobody is known of older runs.
    public Began {
      operator = Objects.requireNonNullElse(operator, "");
    }
  }

  /// Somebody, or an option, has confirmed what the run does before it did it.
  ///
  /// @param question what was asked, in one line
  /// @param answer what was answered
  /// @param by who or what has answered, for example `--yes` or `alice at the terminal`
  record Approved(Instant at, String question, String answer, String by) implements Entry {}

  /// How many nodes each queue of the cluster has: before the run changes anything, and at its end.
  ///
  /// @param queues all queues of the cluster, by their names
  record QueuesSeen(Instant at, List<QueueSeen> queues) implements Entry {
    /// Copies the list.
    public QueuesSeen {
      queues = List.copyOf(queues);
    }
  }

  /// A queue at one moment.
  ///
  /// @param id the queue's id
  /// @param name its name, for people
  /// @param nodes how many nodes it has
  record QueueSeen(String id, String name, int nodes) {}

  /// Nodes had changed since the plan was made, and somebody was asked to confirm them once more.
  ///
  /// @param unconfirmed the nodes that nobody has confirmed: nothing is done to them
  /// @param accepted what the confirmed nodes are compared with from now on
  record Reconfirmed(Instant at, List<NodeOutcome> unconfirmed, List<Target> accepted)
      implements Entry {
    /// Copies the lists.
    public Reconfirmed {
      unconfirmed = List.copyOf(unconfirmed);
      accepted = List.copyOf(accepted);
    }

    static Reconfirmed of(Instant at, Plan plan, Reconfirmation decided) {
      return new Reconfirmed(
          at,
          plan.targets().stream().flatMap(target -> unconfirmed(target, decided).stream()).toList(),
          decided.accepted());
    }

    private static Optional<NodeOutcome> unconfirmed(Target target, Reconfirmation decided) {
      return Optional.ofNullable(decided.unconfirmed().get(target.id()))
          .map(why -> new NodeOutcome(target.id(), target.host(), Outcome.UNTOUCHED, why));
    }
  }

  /// The run of a script has begun: all that it takes to run the script again.
  ///
  /// @param language the language's id, `js` or `python`
  /// @param file the name of the script's file, for people
  /// @param text the script itself
  /// @param folder the folder that it lies in and may read; null when it lies in none
  /// @param parameters its checked parameters as JSON, without those of type secret
  /// @param options how nodes are retired where the script does not say otherwise, as JSON
  /// @param chosen which blocks of a runbook are carried out; null for a script
  record Scripted(
      Instant at,
      String language,
      String file,
      String text,
      @Nullable String folder,
      String parameters,
      String options,
      String operator,
      @Nullable Chosen chosen)
      implements First {
    /// The language of a runbook, whose text is Markdown.
    public static final String RUNBOOK = "markdown";

    /// Nobody is known of older runs.
    public Scripted {
      operator = Objects.requireNonNullElse(operator, "");
    }

    /// Whether it is a runbook, and no script of one language.
    public boolean runbook() {
      return language.equals(RUNBOOK);
    }
  }

  /// Which blocks of a runbook are carried out, and how.
  ///
  /// @param from the name of the first one; null for the first of all
  /// @param only the names of the only ones; all when empty
  /// @param step whether somebody is asked before each of them
  record Chosen(@Nullable String from, List<String> only, boolean step) {
    /// Copies the list.
    public Chosen {
      only = List.copyOf(only);
    }
  }

  /// The text of a runbook was edited while nobody carried it out, and goes on as this from here.
  ///
  /// @param text all of it
  record Edited(Instant at, String text) implements Entry {}

  /// What was shown, told or printed to whoever follows the run, as plain text.
  record Shown(Instant at, String text) implements Entry {}

  /// What a script says again, in the same order, when it is run again.
  sealed interface Replayed extends Entry {
    /// Its place among them, from 1.
    int number();

    /// It as one writes it in a script.
    String call();
  }

  /// A word of a script has asked the world something, or changed it, and been answered.
  ///
  /// @param number the call's number in the run, from 1
  /// @param call the call as one writes it, with its arguments
  /// @param answer what came of it, as JSON
  record Called(Instant at, int number, String call, String answer) implements Replayed {}

  /// A block of a runbook has begun.
  ///
  /// @param number its place among what is replayed, from 1
  /// @param block its name
  record BlockBegan(Instant at, int number, String block) implements Replayed {
    @Override
    public String call() {
      return "block \"" + block + "\"";
    }
  }

  /// A block of a runbook is over: the one that was begun last, or one that was never begun.
  ///
  /// @param number its place among what is replayed, from 1
  /// @param block its name
  /// @param end how it ended
  /// @param note why, or what whoever did it by hand has noted; empty when there is nothing to say
  /// @param by who has decided so; empty when nobody was asked
  /// @param changed whether something may have been changed by it
  record BlockEnded(
      Instant at, int number, String block, BlockEnd end, String note, String by, boolean changed)
      implements Replayed {
    @Override
    public String call() {
      return "the end of block \"" + block + "\"";
    }
  }

  /// How a block of a runbook ended.
  enum BlockEnd {
    /// It was carried out.
    DONE,
    /// It was left out.
    SKIPPED,
    /// An error, a time limit or a person has ended it.
    FAILED;

    /// The word for people, for example `done`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A step of a script has begun.
  ///
  /// @param number its place among the calls of the run, from 1
  record StepBegan(Instant at, int number, String name) implements Replayed {
    @Override
    public String call() {
      return "step(\"" + name + "\")";
    }
  }

  /// A step of a script has ended: the one that was begun last.
  ///
  /// @param number its place among the calls of the run, from 1
  /// @param failed whether an error has ended it
  record StepEnded(Instant at, int number, String name, boolean failed) implements Replayed {
    @Override
    public String call() {
      return (failed ? "the failure" : "the end") + " of step(\"" + name + "\")";
    }
  }

  /// A word of a script is about to order a change, which [Intent] and the answers to it tell more
  /// of. With [Called] it is over.
  ///
  /// @param change the change's number in the run, from 1
  /// @param call the call as one writes it, with its arguments
  /// @param cluster the id of the cluster
  /// @param known the ids of what was there before and could be taken for its effect: operations in
  ///   the log that look like it, and nodes when nodes are added
  record Ordered(Instant at, int change, String call, String cluster, List<String> known)
      implements Entry {
    /// Copies the list.
    public Ordered {
      known = List.copyOf(known);
    }
  }

  /// The script is over.
  ///
  /// @param state how it ended
  /// @param reason why it failed or stopped; empty when it did not
  record Finished(Instant at, RunState state, String reason) implements Entry {}

  /// Somebody goes on with the run.
  ///
  /// @param by the process that does
  /// @param purpose what for: `resume` or `undo`
  /// @param before the process that carried it out before; null when an older version of Ebb has
  ///   written this
  record Resumed(Instant at, Owner by, String purpose, @Nullable Owner before) implements Entry {
    /// To go on where it stopped.
    public static final String RESUME = "resume";

    /// To put back what is not past the point of no return.
    public static final String UNDO = "undo";
  }

  /// The run was stopped before its end, and can be resumed.
  ///
  /// @param reason who or what stopped it
  record Interrupted(Instant at, String reason) implements Entry {}

  /// A step of a batch has begun.
  ///
  /// @param batch the batch's number, from 1
  /// @param step the step's place in the batch, from 1
  /// @param hosts the hosts it still concerns
  record Stepped(Instant at, int batch, int step, List<String> hosts) implements Entry {
    /// Copies the list.
    public Stepped {
      hosts = List.copyOf(hosts);
    }
  }

  /// The run waits (rule 6). Written when the reason is a new one.
  ///
  /// @param reason why
  /// @param since since when
  /// @param endedBy what would end it
  /// @param latest when it ends at the latest; null when there is no limit
  record Waiting(Instant at, String reason, Instant since, String endedBy, @Nullable Instant latest)
      implements Entry {}

  /// A change is about to be sent. Without an answer to it after a crash, somebody has to look.
  ///
  /// @param change the change's number in the run, from 1
  /// @param sending which sending of this change it is, from 1; each follows a fresh look
  /// @param action the action by its name in the operation log
  /// @param queue the id of the queue concerned; null when none is
  /// @param nodes the ids of the nodes concerned
  /// @param deadline until when its acceptance is waited for
  record Intent(
      Instant at,
      int change,
      int sending,
      String action,
      @Nullable String queue,
      List<String> nodes,
      Instant deadline)
      implements Entry {
    /// Copies the list.
    public Intent {
      nodes = List.copyOf(nodes);
    }
  }

  /// The service has not accepted the change, or its answer was lost.
  ///
  /// @param sending the sending that this is the answer to
  /// @param answer what was answered, or what happened instead
  /// @param lost whether the answer was lost: then the change may be made all the same
  record Declined(Instant at, int change, int sending, @Nullable String answer, boolean lost)
      implements Entry {}

  /// The service has accepted the change.
  ///
  /// @param operation the id of the operation to wait for
  /// @param deadline until when its end is waited for
  record Receipt(Instant at, int change, String operation, Instant deadline) implements Entry {}

  /// The answer was lost, and an operation in the log is taken for the change: same action, same
  /// queue, the same nodes, at that time.
  ///
  /// @param operation the id of the operation to wait for
  /// @param deadline until when its end is waited for
  record Adopted(Instant at, int change, String operation, Instant deadline) implements Entry {}

  /// What is known of the change in the end.
  ///
  /// @param end what came of it
  /// @param reason why; empty when it happened
  /// @param by when it had happened at the latest, by our clock; null when it did not
  record Concluded(Instant at, int change, End end, String reason, @Nullable Instant by)
      implements Entry {

    /// What came of it and why, for people: for example `refused: the node is busy`.
    public String result() {
      return reason.isEmpty() ? end.label() : end.label() + ": " + reason;
    }
  }

  /// What may come of a change.
  enum End {
    /// It has happened.
    HAPPENED,
    /// It was accepted, and its operation failed: it has happened to some nodes, or to none.
    FAILED,
    /// It was not accepted.
    REFUSED,
    /// It was given up before it was accepted.
    DROPPED,
    /// Nobody can say.
    OPEN,
    /// It did not happen; it may be made again.
    NOT_DONE;

    /// The words for people, for example `not done`.
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// A batch waits for something until then.
  ///
  /// @param batch the batch's number, from 1
  /// @param phase what it waits in: `drain`, `verify` or `pause`
  /// @param until the deadline; a restart does not reset it
  /// @param jobs the running jobs when it began to drain; null in other phases
  record Deadline(Instant at, int batch, String phase, Instant until, @Nullable JobsThen jobs)
      implements Entry {}

  /// The jobs that ran when all nodes of a batch had been seen out of their queues.
  ///
  /// @param seenAt when that was, by the service's clock
  /// @param running the ids of all of them
  /// @param told the ids of those that may have been using the nodes
  record JobsThen(Instant seenAt, List<String> running, List<String> told) {
    /// Copies the lists.
    public JobsThen {
      running = List.copyOf(running);
      told = List.copyOf(told);
    }
  }

  /// These jobs may be lost with their nodes, because the plan says so (rule 5).
  ///
  /// @param batch the batch's number, from 1
  /// @param jobs the ids of the jobs
  record Allowed(Instant at, int batch, List<String> jobs) implements Entry {
    /// Copies the list.
    public Allowed {
      jobs = List.copyOf(jobs);
    }
  }

  /// Somebody is asked whether to delete nodes under their jobs.
  ///
  /// @param batch the batch's number, from 1
  /// @param hosts the hosts concerned
  /// @param jobs the numbers of the jobs that would be lost
  /// @param ids the ids of those jobs
  record Asked(Instant at, int batch, List<String> hosts, List<String> jobs, List<String> ids)
      implements Entry {
    /// Copies the lists.
    public Asked {
      hosts = List.copyOf(hosts);
      jobs = List.copyOf(jobs);
      ids = List.copyOf(ids);
    }
  }

  /// What was answered to [Asked].
  ///
  /// @param batch the batch's number, from 1
  /// @param answer `delete` or `keep`, with the reason when nobody said so
  record Answered(Instant at, int batch, String answer) implements Entry {}

  /// Somebody was asked whether to go on, where the plan says so, and has answered.
  ///
  /// @param batch the batch's number, from 1
  /// @param step the step's place in the batch, from 1
  /// @param answer `yes` or `no`, with the reason when nobody said so
  record Confirmed(Instant at, int batch, int step, String answer) implements Entry {}

  /// These nodes will not be retired. Those that are out of their queue by our doing go back first;
  /// each is settled then.
  ///
  /// @param nodes the ids of the nodes
  /// @param outcome what becomes of a node that is back in its queue
  /// @param reason why
  record GivenUp(Instant at, List<String> nodes, Outcome outcome, String reason) implements Entry {
    /// Copies the list.
    public GivenUp {
      nodes = List.copyOf(nodes);
    }
  }

  /// Nothing new is begun any more: what is not past the point of no return goes back.
  ///
  /// @param reason what forbade it to go on
  /// @param cancelled whether somebody wanted that
  /// @param broken whether something went wrong; else a guard or a limit forbade it
  record Stopped(Instant at, String reason, boolean cancelled, boolean broken) implements Entry {}

  /// The outcome of a node is settled.
  record Settled(Instant at, NodeOutcome node) implements Entry {}

  /// The run is over.
  record Ended(Instant at, Run run) implements Entry {}
}
