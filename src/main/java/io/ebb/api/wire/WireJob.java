package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A scheduler job as the job list has it. Texts are empty where the reply has none.
///
/// @param hpcjobUuid `hpcjob-…`
/// @param jobId the scheduler's number; an integer or a text on the wire (Q24)
/// @param jobName its name
/// @param jobStatus for example `running`
/// @param hpcqueueId the queue's id
/// @param queueName the queue's display name
/// @param schedulerQueueName the Slurm partition
/// @param jobNodeList the hosts, in a form that is not documented
/// @param runUser who runs it
/// @param startedTime when it started; null when unknown
public record WireJob(
    String hpcjobUuid,
    String jobId,
    String jobName,
    String jobStatus,
    String hpcqueueId,
    String queueName,
    @JsonAlias("schedule_queue_name") String schedulerQueueName,
    String jobNodeList,
    String runUser,
    @Nullable Instant startedTime) {

  /// Refuses a job that nothing tells from others.
  public WireJob {
    if (hpcjobUuid.isEmpty() && jobId.isEmpty()) {
      throw new IllegalArgumentException("a job lacks hpcjob_uuid and job_id");
    }
  }

  /// What tells it from others: its id, else the scheduler's number.
  public String key() {
    return hpcjobUuid.isEmpty() ? jobId : hpcjobUuid;
  }
}
