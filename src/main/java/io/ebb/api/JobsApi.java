package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.StoppedJobs;
import io.ebb.api.wire.SubmittedJob;
import io.ebb.api.wire.WireJob;
import io.ebb.api.wire.WireJobDetail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scheduler jobs, `hpcjob-…`. What is said of errors at [ClustersApi] holds here too; all methods
/// throw [NotFoundException] when the cluster or a job is not there.
public interface JobsApi {

  /// One page of the jobs, with what is needed to know where they run. Nothing changes. Throws
  /// [BusyException] when the service cannot tell (5000).
  ///
  /// Documented as *List jobs* (`/job/list`).
  @Read("list jobs")
  @RequestLine("GET /job/list")
  Page<WireJob> list(@QueryMap Query query);

  /// [#list] with every documented field.
  @Read("list jobs")
  @RequestLine("GET /job/list")
  Page<WireJobDetail> listInFull(@QueryMap Query query);

  /// Submits a job, at once: it is `pending` then.
  ///
  /// Documented as *Submit job* (`/job/submitJob`).
  @Write("submit a job")
  @RequestLine("POST /job/submitJob")
  SubmittedJob submit(NewJob request);

  /// Cancels jobs. The reply says for each what came of it; an operation may go on.
  ///
  /// Documented as *Cancel jobs* (`/job/stopJobs`).
  @Write("cancel jobs")
  @RequestLine("POST /job/stopJobs")
  StoppedJobs stop(Ids request);

  /// Deletes jobs from the list, at once and for good.
  ///
  /// Documented as *Delete jobs* (`/job/deleteJobs`).
  @Write("delete jobs")
  @RequestLine("POST /job/deleteJobs")
  void delete(Ids request);

  /// All that is known of one job; a page of one. Nothing changes.
  ///
  /// Documented as *Job detail* (`/job/jobdetail/{job_uuid}`).
  ///
  /// @param jobUuid the job, `hpcjob-…`; not empty
  @Read("show the job")
  @RequestLine(value = "GET /job/jobdetail/{job_uuid}", decodeSlash = false)
  Page<WireJobDetail> detail(
      @Param(value = "job_uuid", expander = PathSegment.class) String jobUuid,
      @QueryMap In cluster);

  /// Which jobs.
  ///
  /// @param clusterId the cluster
  /// @param jobsStatus only those `pending`, `running`, `finished`, `exited` (failed) or
  ///   `cancelled`; null for all. The parameter is plural, the field of the reply is not (Q31)
  /// @param queueName only those of the queue of this name; null for all
  /// @param runUser only those of this user; null for all
  /// @param listing which part, in which order
  record Query(
      String clusterId,
      @Nullable String jobsStatus,
      @Nullable String queueName,
      @Nullable String runUser,
      @JsonUnwrapped Listing listing)
      implements About {

    /// Without filters but for the status.
    public Query(String clusterId, @Nullable String jobsStatus, int offset, int limit) {
      this(clusterId, jobsStatus, null, null, Listing.page(offset, limit));
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// A cluster to look in.
  ///
  /// @param clusterId the cluster
  record In(String clusterId) implements About {
    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }

  /// Some jobs.
  ///
  /// @param clusterId the cluster
  /// @param jobIds the API's ids, `hpcjob-…`; not the scheduler's numbers
  record Ids(String clusterId, List<String> jobIds) implements About {

    /// These jobs of a cluster.
    public static Ids of(String clusterId, String... jobs) {
      return new Ids(clusterId, List.of(jobs));
    }

    @Override
    public Subject subject() {
      return Subject.of(clusterId);
    }
  }
}
