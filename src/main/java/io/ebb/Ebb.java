package io.ebb;

import io.ebb.api.ApiOptions;
import io.ebb.api.Budget;
import io.ebb.api.CallListener;
import io.ebb.api.Clocks;
import io.ebb.api.Credentials;
import io.ebb.api.Dialect;
import io.ebb.api.EhpcApi;
import io.ebb.api.Patience;
import io.ebb.api.Quota;
import io.ebb.api.Time;
import io.ebb.cluster.Ehpc;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.plan.Reconfirmation;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import io.ebb.run.Entry;
import io.ebb.run.Journal;
import io.ebb.run.Question;
import io.ebb.run.Run;
import io.ebb.run.RunListener;
import io.ebb.run.RunState;
import io.ebb.run.Runner;
import io.ebb.script.Dialogue;
import io.ebb.script.Host;
import io.ebb.script.RunbookEngine;
import io.ebb.script.RunbookHost;
import io.ebb.script.Script;
import io.ebb.script.ScriptEngine;
import io.ebb.script.ScriptRunner;
import io.ebb.script.StoredRunbook;
import io.ebb.script.StoredScript;
import io.ebb.script.runbook.Runbook;
import io.ebb.settings.Connection;
import io.ebb.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Ebb, for use from Java: one account of the EHPC service, and all that can be done with it.
///
/// ```java
/// try (Ebb ebb = Ebb.connect(Settings.load())) {
///   Plan plan = ebb.cluster("ehpc-8jqdq0mz").retire(NodeSet.parse("node[3-5,9]"), ebb.defaults());
///   Run run = ebb.apply(plan);
/// }
/// ```
///
/// Connecting makes no call. Safe for use by many threads. Closing it stops what goes on in it.
public final class Ebb implements AutoCloseable {
  private final EhpcApi api;
  private final Ehpc ehpc;
  private final Time time;
  private final RetireOptions defaults;
  private final Journal journal;
  private final Runner runner;
  private final ScriptRunner scripts;
  private final Cancellation cancellation;
  private final @Nullable Ebb whole;

  private Ebb(EhpcApi api, Time time, Journal journal, Limits limits) {
    this.cancellation = new Cancellation();
    this.whole = null;
    this.api = api;
    this.ehpc = new Ehpc(api);
    this.time = time;
    this.journal = journal;
    this.defaults = RetireOptions.defaults().withLimits(limits);
    this.runner = new Runner(ehpc, time, journal, api::calls);
    this.scripts = new ScriptRunner(ehpc, time, journal, runner);
  }

  private Ebb(Ebb whole) {
    this.cancellation = whole.cancellation.ofRun();
    this.whole = whole;
    this.api = whole.api;
    this.ehpc = whole.ehpc;
    this.time = whole.time;
    this.journal = whole.journal;
    this.defaults = whole.defaults;
    this.runner = whole.runner;
    this.scripts = whole.scripts;
  }

  /// Connects as the settings say.
  ///
  /// @throws io.ebb.settings.SettingsException when something needed is missing
  public static Ebb connect(Settings settings) {
    return connect(settings, CallListener.none());
  }

  /// Connects as the settings say. Calls are counted with those of all processes that use the same
  /// state folder.
  ///
  /// @param calls is told of each call
  /// @throws io.ebb.settings.SettingsException when something needed is missing
  public static Ebb connect(Settings settings, CallListener calls) {
    World world = World.shared(settings, calls);
    return connect(settings.connection(), limits(settings), world, calls);
  }

  /// Connects without settings, to a service whose time may differ from the machine's.
  ///
  /// @param limits hold for every plan
  /// @param calls is told of each call
  public static Ebb connect(Connection connection, Limits limits, World world, CallListener calls) {
    return connect(connection, limits, world, calls, Patience.standard());
  }

  /// Connects without settings, as patiently as wanted.
  ///
  /// @param limits hold for every plan
  /// @param calls is told of each call
  /// @param patience how long to wait for what
  public static Ebb connect(
      Connection connection, Limits limits, World world, CallListener calls, Patience patience) {
    ApiOptions options =
        ApiOptions.of(
                connection.endpoint(),
                new Credentials(connection.accessKeyId(), connection.secretAccessKey().reveal()),
                connection.zone())
            .withOwner(connection.owner())
            .withQuota(Quota.of(connection.callsPerHour(), world.ledger()))
            .withDialect(dialect(connection))
            .withPatience(patience)
            .withClocks(new Clocks(world.time(), world.wall()))
            .withListener(calls);
    return new Ebb(EhpcApi.connect(options), world.time(), world.journal(), limits);
  }

  private static Dialect dialect(Connection connection) {
    Dialect.DeleteKey key =
        switch (connection.deleteKey()) {
          case NODE_IDS -> Dialect.DeleteKey.NODE_IDS;
          case NODE_LIST -> Dialect.DeleteKey.NODE_LIST;
        };
    return new Dialect(key, connection.zoneId());
  }

  /// The service in terms of the API: every endpoint, every field.
  public EhpcApi api() {
    return api;
  }

  /// The service in terms of clusters, nodes and queues.
  public Ehpc ehpc() {
    return ehpc;
  }

  /// The clock of the world it is connected to.
  public Time time() {
    return time;
  }

  /// How much of the account's call quota is used now, as far as it is counted here. Makes no call.
  public Budget budget() {
    return ehpc.budget();
  }

  /// How nodes are retired unless said otherwise: Ebb's own defaults, under the settings' limits.
  public RetireOptions defaults() {
    return defaults;
  }

  /// A cluster, to plan for. Makes no call.
  public PlannedCluster cluster(String id) {
    return new PlannedCluster(this, id);
  }

  /// Carries out the plan without asking anybody, and returns what came of it. Nodes still busy
  /// when their time to drain is over are kept.
  ///
  /// @throws io.ebb.run.RefusedException when guards forbid it; nothing was changed
  public Run apply(Plan plan) {
    return apply(plan, RunListener.none(), Question.keep());
  }

  /// Carries out the plan and returns what came of it.
  ///
  /// @param listener is told of each event
  /// @param question is asked about nodes still busy when their time to drain is over, if the plan
  ///   says to ask
  /// @throws io.ebb.run.RefusedException when guards forbid it; nothing was changed
  public Run apply(Plan plan, RunListener listener, Question question) {
    return apply(plan, Reconfirmation.none(), listener, question);
  }

  /// Carries out the plan as [#apply(Plan, RunListener, Question)] does, as part of a script.
  ///
  /// @param parent the id of the script's run; null when there is none
  public Run apply(Plan plan, @Nullable String parent, RunListener listener, Question question) {
    return runner.run(plan, Reconfirmation.none(), parent, cancellation, listener, question);
  }

  /// Carries out a plan that was made a while ago, as [#apply(Plan, RunListener, Question)] does.
  ///
  /// @param decided about the nodes that have changed since, see [io.ebb.plan.Drifts#confirming];
  ///   of no account when the plan was begun before
  public Run apply(Plan plan, Reconfirmation decided, RunListener listener, Question question) {
    return runner.run(plan, decided, null, cancellation, listener, question);
  }

  /// What is known of all runs.
  public Journal journal() {
    return journal;
  }

  /// Goes on with a run that has stopped before its end, exactly where it stopped.
  ///
  /// @throws io.ebb.run.RefusedException when somebody who is alive carries it out, or it has ended
  /// @throws io.ebb.run.NoSuchRunException when there is no such run
  public Run resume(String run, RunListener listener, Question question) {
    return runner.resume(run, cancellation, listener, question);
  }

  /// Returns to its queue every node of a run that nobody carries out, and that is not past the
  /// point of no return.
  ///
  /// @throws io.ebb.run.RefusedException when somebody who is alive carries it out
  /// @throws io.ebb.run.NoSuchRunException when there is no such run
  public Run undo(String run, RunListener listener, Question question) {
    return runner.undo(run, cancellation, listener, question);
  }

  /// Has a run cancelled, whoever carries it out: somebody who is alive is asked to do so, and does
  /// it within seconds; else it is done here, as by [#undo].
  ///
  /// @return what came of it; empty when somebody else was asked
  /// @throws io.ebb.run.RefusedException when nothing is to be undone
  /// @throws io.ebb.run.NoSuchRunException when there is no such run
  public Optional<Run> cancel(String run, RunListener listener, Question question) {
    return runner.cancel(run, cancellation, listener, question);
  }

  /// A part of this Ebb: everything is the same, but what is asked of the part to stop is only what
  /// goes on by way of it. Whoever asks the whole asks its parts. To be closed, which ends what
  /// goes on in the part.
  public Ebb part() {
    return new Ebb(this);
  }

  /// A session in which statements are said one after another. It is closed by its user, and what
  /// it orders directly leaves runs that can be resumed, like scripts.
  ///
  /// @param host who sees what is shown, and carries out what is decided
  public Dialogue dialogue(Host host) {
    return scripts.dialogue(defaults, host, cancellation);
  }

  /// Runs a script to its end on the caller's thread.
  ///
  /// @param engine for the script's language
  /// @param parameters checked values, see [io.ebb.script.head.Parameters#bind]
  /// @param host who sees what the script shows, and answers its questions
  /// @throws io.ebb.script.ScriptException when nothing in it caught an error
  /// @throws io.ebb.script.CancelledException when it was cancelled
  public void run(ScriptEngine engine, Script script, Map<String, Object> parameters, Host host) {
    run(engine, script, parameters, defaults, host);
  }

  /// Runs a script as [#run(ScriptEngine, Script, Map, Host)] does, but retires nodes as said here
  /// where neither the script nor its head says otherwise.
  ///
  /// @param base of its limits and those of the head, the strictest hold
  public void run(
      ScriptEngine engine,
      Script script,
      Map<String, Object> parameters,
      RetireOptions base,
      Host host) {
    scripts.run(engine, script, parameters, script.head().options(base), host, cancellation);
  }

  /// Carries out a runbook to its end on the caller's thread. Its run begins with its first block;
  /// a dry run leaves none.
  ///
  /// @param engine has found nothing wrong with it, see [RunbookEngine#violations]
  /// @param parameters checked values, see [io.ebb.script.head.Parameters#bind]
  /// @param base how nodes are retired where neither the runbook nor its head says otherwise
  /// @param host who sees what the runbook shows, and answers its questions
  /// @param chosen which of its blocks are carried out
  /// @return how it has ended: [RunState#DONE], [RunState#PARTIAL] when a block has failed and it
  ///   went on, [RunState#PLANNED] for a dry run
  /// @throws IllegalArgumentException when a block is chosen that there is not
  /// @throws io.ebb.script.ScriptException when a block has failed: it can be resumed
  /// @throws io.ebb.script.CancelledException when it was stopped: it can be resumed
  /// @throws io.ebb.run.RefusedException when somebody has to be asked, and nobody can be: it can
  ///   be resumed
  public RunState run(
      RunbookEngine engine,
      Runbook runbook,
      Map<String, Object> parameters,
      RetireOptions base,
      RunbookHost host,
      Entry.Chosen chosen) {
    RetireOptions options = runbook.head().options(base);
    return scripts.run(engine, runbook, parameters, options, host, chosen, cancellation);
  }

  /// The runbook of a run, as it is carried out: for [#resume(StoredRunbook, RunbookEngine, Map,
  /// Runbook, RunbookHost)].
  ///
  /// @param run the run's id, or that of one of its plans' runs
  /// @throws io.ebb.run.NoSuchRunException when there is no such run
  /// @throws IllegalArgumentException when it is not the run of a runbook
  public StoredRunbook runbook(String run) {
    return scripts.storedRunbook(run);
  }

  /// Goes on with a runbook that has stopped, or of which a block has failed, on the caller's
  /// thread: at the block and call where it stopped.
  ///
  /// @param secrets the values of [StoredRunbook#secrets], which are not stored
  /// @param edited the text to go on with, in which nothing differs that has begun; null for the
  ///   text that was stored
  /// @return as [#run(RunbookEngine, Runbook, Map, RetireOptions, RunbookHost, Entry.Chosen)] does,
  ///   and throws the same
  /// @throws io.ebb.run.RefusedException when somebody who is alive carries it out, it has ended,
  ///   or something has begun that was edited
  public RunState resume(
      StoredRunbook runbook,
      RunbookEngine engine,
      Map<String, Object> secrets,
      @Nullable Runbook edited,
      RunbookHost host) {
    return scripts.resume(engine, runbook, secrets, edited, host, cancellation);
  }

  /// The script of a run, as it was when the run began: for [#resume(StoredScript, ScriptEngine,
  /// Map, Host)].
  ///
  /// @param run the run's id, or that of one of its plans' runs
  /// @throws io.ebb.run.NoSuchRunException when there is no such run
  /// @throws IllegalArgumentException when it is the run of a plan that no script applied
  public StoredScript script(String run) {
    return scripts.stored(run);
  }

  /// Goes on with a script that has stopped before its end, on the caller's thread: the script as
  /// it was stored runs again from its start, and what it asked and did before is answered from the
  /// record. A plan that was begun is gone on with.
  ///
  /// @param engine for the script's language
  /// @param secrets the values of [StoredScript#secrets], which are not stored: see
  ///   [io.ebb.script.head.Parameters#bind]
  /// @param host sees what the script shows from the place on at which it had stopped
  /// @throws io.ebb.script.DifferentCallException when the script does not take the same way again
  /// @throws io.ebb.run.RefusedException when somebody who is alive carries it out, or it has ended
  /// @throws io.ebb.script.ScriptException when nothing in it caught an error
  /// @throws io.ebb.script.CancelledException when it was cancelled
  public void resume(
      StoredScript script, ScriptEngine engine, Map<String, Object> secrets, Host host) {
    scripts.resume(engine, script, secrets, host, cancellation);
  }

  /// Undoes the plans of a script or runbook that nobody carries out, the last one first, as
  /// [#undo(String, RunListener, Question)] does, and ends its run. Of one that has ended, those
  /// plans are undone that have left nodes out of their queue.
  ///
  /// @param run the run's id
  /// @param plan undoes the run of one plan, by its id, and gives what came of it
  /// @throws io.ebb.run.RefusedException when somebody who is alive carries it out, or nothing is
  ///   to be undone
  public void undo(String run, Function<String, Run> plan) {
    scripts.undo(run, plan, cancellation);
  }

  /// Asks whatever goes on here, or begins here later, to stop as it stands: a call in flight is
  /// finished, and nothing more is sent, put back or waited for. Such a run can be resumed. An
  /// interrupt of the thread that carries out a run asks that run only.
  public void interrupt() {
    cancellation.interrupt("it was told to stop");
  }

  /// Asks whatever goes on here, or begins here later, to begin nothing new, to put back what is
  /// not past the point of no return, and to follow the rest to its end.
  public void cancel() {
    cancellation.cancel();
  }

  /// Whether it was asked to stop, in whichever way.
  public boolean cancelled() {
    return cancellation.cancelled();
  }

  /// Asks whatever goes on here to stop as it stands, and lets go of the journal and of what calls
  /// are counted in.
  @Override
  public void close() {
    cancellation.interrupt("the program that carried it out has let go of it");
    if (whole == null) {
      api.close();
      journal.close();
    } else {
      whole.cancellation.ended(cancellation);
    }
  }

  /// The limits that the settings set on every plan.
  ///
  /// @throws IllegalArgumentException when a set of protected nodes cannot be read
  public static Limits limits(Settings settings) {
    return LimitsOfSettings.of(settings);
  }
}
