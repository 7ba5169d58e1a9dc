package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.api.AuthException;
import io.ebb.api.EhpcApi;
import io.ebb.api.EhpcException;
import io.ebb.api.JobsApi;
import io.ebb.api.NodesApi;
import io.ebb.api.NotFoundException;
import io.ebb.api.OperationsApi;
import io.ebb.api.QueuesApi;
import io.ebb.api.QuotaException;
import io.ebb.api.wire.Page;
import io.ebb.cluster.Cluster;
import io.ebb.plan.Forecast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `ebb doctor` asks of the service: which clusters there are, and of one cluster the
/// beginning of each list. Five calls, all of them reads; fewer when the first ones leave nothing
/// to ask.
final class Inquiry {
  private static final String NOT_CHOSEN = "say which cluster to look into: --cluster ID";

  private final EhpcApi api;
  private final Answer<List<Cluster>> clusters;
  private final SequencedMap<String, Answer<Integer>> lists = new LinkedHashMap<>();
  private @Nullable String hopeless;

  private Inquiry(EhpcApi api, Answer<List<Cluster>> clusters) {
    this.api = api;
    this.clusters = clusters;
  }

  /// Asks.
  ///
  /// @param wanted the cluster to look into; null looks into the only one
  static Inquiry of(Ebb ebb, @Nullable String wanted) {
    Inquiry inquiry = new Inquiry(ebb.api(), Answer.to(ebb.ehpc()::clusters));
    inquiry.hopeless = inquiry.clusters.failure().map(Inquiry::hopeless).orElse(null);
    Optional<String> cluster = Optional.ofNullable(wanted).or(inquiry::only);
    questions(ebb.api())
        .forEach((name, question) -> inquiry.ask(name, cluster.orElse(null), question));
    return inquiry;
  }

  /// All clusters of the account.
  Answer<List<Cluster>> clusters() {
    return clusters;
  }

  /// How many nodes, queues, running jobs and operations the cluster has, by these names and in
  /// this order; of a service that does not count them, at least how many.
  SequencedMap<String, Answer<Integer>> lists() {
    return lists;
  }

  /// What retiring one node of the cluster that was looked into takes, in calls; empty when there
  /// is none to look into.
  OptionalInt callsForOneNode() {
    return given("nodes") instanceof Answer.Given<Integer>(Integer nodes)
            && given("queues") instanceof Answer.Given<Integer>(Integer queues)
            && given("jobs") instanceof Answer.Given<Integer>(Integer jobs)
        ? OptionalInt.of(Forecast.callsForOneNode(nodes, queues, jobs))
        : OptionalInt.empty();
  }

  private Answer<Integer> given(String list) {
    return Objects.requireNonNull(lists.get(list), list);
  }

  /// The service, for what it says beside its answers.
  EhpcApi api() {
    return api;
  }

  /// Every failure.
  List<EhpcException> failures() {
    return answers().flatMap(answer -> answer.failure().stream()).toList();
  }

  /// Whether anything was answered with what was asked for.
  boolean anyGiven() {
    return answers().anyMatch(Answer.Given.class::isInstance);
  }

  private Stream<Answer<?>> answers() {
    return Stream.concat(Stream.of(clusters), lists.values().stream());
  }

  /// One item of each is enough to know that it may be read, and how many there are.
  private static Map<String, Function<String, Page<?>>> questions(EhpcApi api) {
    Map<String, Function<String, Page<?>>> questions = new LinkedHashMap<>();
    questions.put("nodes", id -> api.nodes().list(new NodesApi.Query(id, 0, 1)));
    questions.put("queues", id -> api.queues().list(new QueuesApi.Query(id, 0, 1)));
    questions.put("jobs", id -> api.jobs().list(new JobsApi.Query(id, "running", 0, 1)));
    questions.put("operations", id -> api.operations().list(OperationsApi.Query.about(id, 0, 1)));
    return questions;
  }

  private void ask(String name, @Nullable String cluster, Function<String, Page<?>> question) {
    if (hopeless != null || cluster == null) {
      lists.put(name, new Answer.NotAsked<>(hopeless == null ? NOT_CHOSEN : hopeless));
      return;
    }
    Answer<Integer> answer = Answer.to(() -> count(question.apply(cluster)));
    hopeless = answer.failure().map(Inquiry::hopeless).orElse(null);
    lists.put(name, answer);
  }

  private static int count(Page<?> page) {
    return page.totalCount() == null ? page.items().size() : page.totalCount();
  }

  private Optional<String> only() {
    return clusters instanceof Answer.Given<List<Cluster>>(var found) && found.size() == 1
        ? Optional.of(found.getFirst().id())
        : Optional.empty();
  }

  /// Why every other question would fail the same way; null when it might not.
  private static @Nullable String hopeless(EhpcException why) {
    return switch (why) {
      case NotFoundException _ -> "there is no such cluster";
      case AuthException _ -> "the service does not accept who is asking";
      case QuotaException _ -> "the quota is used up";
      default -> why.code() == 0 ? "the service does not answer" : null;
    };
  }
}
