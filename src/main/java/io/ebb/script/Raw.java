package io.ebb.script;

import io.ebb.api.EhpcApi;
import io.ebb.api.Failure;
import io.ebb.api.JobsApi;
import io.ebb.api.NotFoundException;
import io.ebb.api.Pages;
import io.ebb.api.SharedQueuesApi;
import io.ebb.api.SoftwareApi;
import io.ebb.api.Subject;
import io.ebb.api.UsersApi;
import io.ebb.api.wire.WireSharedQueue;
import io.ebb.api.wire.WireSoftware;
import io.ebb.api.wire.WireUser;
import io.ebb.cluster.Ehpc;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the API has and the words have no kind for: plain data, by the API's own names, read anew
/// each time. No secret is bound in a reply, so none is here.
final class Raw {
  private final EhpcApi api;

  Raw(Ehpc ehpc) {
    this.api = ehpc.api();
  }

  List<Map<String, @Nullable Object>> users(String cluster) {
    return all(
        new Pages<>(
            "list users",
            Subject.of(cluster),
            (offset, limit) -> api.users().list(new UsersApi.Query(cluster, offset, limit)),
            WireUser::key));
  }

  List<Map<String, @Nullable Object>> sharedQueues(String cluster) {
    return all(
        new Pages<>(
            "list shared queues",
            Subject.of(cluster),
            (offset, limit) ->
                api.sharedQueues().list(new SharedQueuesApi.Query(cluster, offset, limit)),
            WireSharedQueue::hpcqueueId));
  }

  List<Map<String, @Nullable Object>> software() {
    return all(
        new Pages<>(
            "list software",
            Subject.of(""),
            (offset, limit) -> api.software().list(new SoftwareApi.Query(offset, limit)),
            WireSoftware::key));
  }

  Map<String, @Nullable Object> queue(String cluster, String queue) {
    SharedQueuesApi.One one = new SharedQueuesApi.One(cluster, queue);
    return only("describe the queue", one.subject(), api.sharedQueues().describe(one).items());
  }

  Map<String, @Nullable Object> job(String cluster, String job) {
    JobsApi.In in = new JobsApi.In(cluster);
    return only("show the job " + job, in.subject(), api.jobs().detail(job, in).items());
  }

  private <T extends Record> List<Map<String, @Nullable Object>> all(Pages<T> pages) {
    return pages.all().stream().map(api::plain).toList();
  }

  private Map<String, @Nullable Object> only(
      String action, Subject subject, List<? extends Record> found) {
    if (found.isEmpty()) {
      throw new NotFoundException(
          new Failure(
              action, subject, 0, "the service shows nothing", "check the id; it may be gone"));
    }
    return api.plain(found.getFirst());
  }
}
