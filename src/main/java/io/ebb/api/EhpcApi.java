package io.ebb.api;

import feign.Client;
import feign.Feign;
import feign.Retryer;
import feign.Target;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The EHPC HTTP API of one account.
///
/// Safe for use by many threads. Closing it gives back what it has booked of the call quota and not
/// used, and closes the ledger; nothing else needs it.
public final class EhpcApi implements AutoCloseable {
  /// Costs more to make than all the rest of a connection.
  private static final Json JSON = new Json();

  private final ApiOptions options;
  private final ServiceClock clock;
  private final AtomicLong calls = new AtomicLong();
  private final CallBudget budget;
  private final Feign feign;

  /// Bound on first use: a command that needs one area does not wait for eight.
  private final Map<Class<?>, Object> areas = new ConcurrentHashMap<>();

  private EhpcApi(ApiOptions options, Client reads, Client writes) {
    this.options = options;
    this.clock = new ServiceClock(options.clocks().wall());
    this.budget = new CallBudget(options);
    this.feign = feign(options, reads, writes);
  }

  /// The API at an endpoint. Makes no call.
  public static EhpcApi connect(ApiOptions options) {
    return new EhpcApi(options, new DirectClient(false), new DirectClient(true));
  }

  /// The API behind whatever makes the exchanges.
  static EhpcApi connect(ApiOptions options, Client wire) {
    return new EhpcApi(options, wire, wire);
  }

  /// Clusters.
  public ClustersApi clusters() {
    return area(ClustersApi.class);
  }

  /// Nodes of a cluster.
  public NodesApi nodes() {
    return area(NodesApi.class);
  }

  /// Queues of a cluster, and which nodes are in them.
  public QueuesApi queues() {
    return area(QueuesApi.class);
  }

  /// Queues of shared clusters, and the state of a queue of either kind.
  public SharedQueuesApi sharedQueues() {
    return area(SharedQueuesApi.class);
  }

  /// Scheduler jobs.
  public JobsApi jobs() {
    return area(JobsApi.class);
  }

  /// The accounts of people on clusters.
  public UsersApi users() {
    return area(UsersApi.class);
  }

  /// Software that clusters can have.
  public SoftwareApi software() {
    return area(SoftwareApi.class);
  }

  /// The log of operations.
  public OperationsApi operations() {
    return area(OperationsApi.class);
  }

  /// The account that the cluster list asks for, `usr-…`; null when it is not set.
  public @Nullable String owner() {
    return options.owner();
  }

  /// The clock of signatures and waits.
  public Time time() {
    return options.clocks().time();
  }

  /// How far the service's clock is ahead of ours, negative when it is behind. Zero until the
  /// service has refused ours, which it does from about a minute on.
  public Duration clockOffset() {
    return clock.offset();
  }

  /// How far the service's clock was ahead of ours in its latest reply of any kind, negative when
  /// it was behind; empty before the first reply, or when replies have no date. Good to a second or
  /// two. Signatures do not follow it.
  public Optional<Duration> clockSeen() {
    return Optional.ofNullable(clock.seen());
  }

  /// A record of a reply as plain data: maps, lists, texts, numbers, truths and nulls, by the names
  /// on the wire; times as text in UTC, to the second.
  public Map<String, @Nullable Object> plain(Record reply) {
    return JSON.plain(reply);
  }

  /// How many attempts have been made so far, which is what the service counts; but for a read
  /// whose connection broke, which the JDK may have sent twice.
  public long calls() {
    return calls.get();
  }

  /// How much of the call quota is used now, as far as the ledger knows. Makes no call.
  public Budget budget() {
    return budget.standing();
  }

  @Override
  public void close() {
    budget.giveBack();
    options.quota().ledger().close();
  }

  private Feign feign(ApiOptions options, Client reads, Client writes) {
    return Feign.builder()
        .client(new SigningClient(options.credentials(), options.zone(), clock, reads, writes))
        .encoder(new BodyWriter(JSON, options.zone()))
        .queryMapEncoder(new QueryWriter(JSON, options.dialect()))
        .responseInterceptor(new ReplyReader(JSON))
        .retryer(Retryer.NEVER_RETRY)
        .invocationHandlerFactory(
            (target, methods) -> new Caller(methods, options, clock, budget, JSON, calls))
        .build();
  }

  private <T> T area(Class<T> area) {
    return area.cast(areas.computeIfAbsent(area, this::bind));
  }

  private <T> T bind(Class<T> area) {
    return feign.newInstance(new Target.HardCodedTarget<>(area, options.endpoint() + "/api"));
  }
}
