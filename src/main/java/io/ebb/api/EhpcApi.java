package io.ebb.api;

import feign.Feign;
import feign.Request;
import feign.Retryer;
import feign.Target;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The EHPC HTTP API of one account.
///
/// Safe for use by many threads. Holds nothing that needs closing.
public final class EhpcApi {
  private final ApiOptions options;
  private final ServiceClock clock;
  private final AtomicLong calls = new AtomicLong();
  private final ClustersApi clusters;
  private final NodesApi nodes;
  private final QueuesApi queues;
  private final JobsApi jobs;
  private final OperationsApi operations;

  private EhpcApi(ApiOptions options) {
    this.options = options;
    this.clock = new ServiceClock(options.wall());
    Feign feign = feign(options);
    clusters = bind(feign, ClustersApi.class);
    nodes = bind(feign, NodesApi.class);
    queues = bind(feign, QueuesApi.class);
    jobs = bind(feign, JobsApi.class);
    operations = bind(feign, OperationsApi.class);
  }

  /// The API at an endpoint. Makes no call.
  public static EhpcApi connect(ApiOptions options) {
    return new EhpcApi(options);
  }

  /// Clusters.
  public ClustersApi clusters() {
    return clusters;
  }

  /// Nodes of a cluster.
  public NodesApi nodes() {
    return nodes;
  }

  /// Queues of a cluster, and which nodes are in them.
  public QueuesApi queues() {
    return queues;
  }

  /// Scheduler jobs.
  public JobsApi jobs() {
    return jobs;
  }

  /// The log of operations.
  public OperationsApi operations() {
    return operations;
  }

  /// The account that the cluster list asks for, `usr-…`; null when it is not set.
  public @Nullable String owner() {
    return options.owner();
  }

  /// The clock of signatures and waits.
  public Time time() {
    return options.time();
  }

  /// How far the service's clock is ahead of ours, negative when it is behind. Zero until the
  /// service has refused ours, which it does from about a minute on.
  public Duration clockOffset() {
    return clock.offset();
  }

  /// How many attempts have been made so far, which is what the service counts; but for a read
  /// whose connection broke, which the JDK may have sent twice.
  public long calls() {
    return calls.get();
  }

  private Feign feign(ApiOptions options) {
    Json json = new Json();
    return Feign.builder()
        .client(new SigningClient(options.credentials(), options.zone(), clock))
        .options(new Request.Options(options.connectTimeout(), options.readTimeout(), false))
        .encoder(new BodyWriter(json, options.zone()))
        .queryMapEncoder(json::fields)
        .responseInterceptor(new ReplyReader(json))
        .retryer(Retryer.NEVER_RETRY)
        .invocationHandlerFactory((target, methods) -> new Caller(methods, options, clock, calls))
        .build();
  }

  private <T> T bind(Feign feign, Class<T> area) {
    return feign.newInstance(new Target.HardCodedTarget<>(area, options.endpoint() + "/api"));
  }
}
