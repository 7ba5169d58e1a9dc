package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A scheduler job with all that is documented of it. The list leaves out what comes after
/// `stderrRedirectPath`. Texts are empty where the reply has none.
///
/// @param hpcjobUuid `hpcjob-…`
/// @param jobId the scheduler's number; an integer or a text on the wire (Q24)
/// @param jobName its name
/// @param jobStatus `pending`, `running`, `finished`, `exited`, `cancelled`, `stopped`, or what
///   else the service says (Q31)
/// @param hpcqueueId the queue's id
/// @param queueName the queue's display name
/// @param hpqName the same again
/// @param name in the list, the queue's name again
/// @param schedulerQueueName the Slurm partition; elsewhere `slurm`
/// @param jobNodeList the hosts, in a form that is not documented
/// @param coreLimit cores; an integer or a text on the wire; null when not told
/// @param memLimit memory, in the service's unit; null when not told
/// @param jobPriority the higher, the sooner; null when not told
/// @param cmdLine the command
/// @param execCwd the folder it runs in
/// @param runUser who runs it
/// @param submittedTime when it was submitted; null when unknown
/// @param startedTime when it started; null when unknown
/// @param modifiedTime when it last changed; null when unknown
/// @param stdoutRedirectPath where its output goes
/// @param stderrRedirectPath where its errors go
/// @param endTime when it ended; null when unknown
/// @param endStatus how it ended
/// @param runTime how long it ran, presumably seconds; an integer or a text on the wire; null when
///   not told
/// @param reason why it waits, for example `Resources`
/// @param pendReason the same, in other words
/// @param suspendReason why it was suspended
/// @param slotsNum places it has; null when not told
/// @param cpuUsage how much of its cores it uses
/// @param mem memory it uses
/// @param swap swap it uses
/// @param idle how long it has been idle
/// @param resources what it asked for
/// @param isDelete 1 when it was deleted; null when not told
/// @param clusterType `ehpc` or `hpc`
/// @param outputDir where its output is
/// @param schedulerJobid the scheduler's number again
/// @param rootUserId the account, `usr-…`
public record WireJobDetail(
    String hpcjobUuid,
    String jobId,
    String jobName,
    String jobStatus,
    String hpcqueueId,
    String queueName,
    String hpqName,
    String name,
    @JsonAlias("schedule_queue_name") String schedulerQueueName,
    String jobNodeList,
    @Nullable Integer coreLimit,
    @Nullable Integer memLimit,
    @JsonAlias("job_priorty") @Nullable Integer jobPriority,
    String cmdLine,
    @JsonAlias("exec_swd") String execCwd,
    String runUser,
    @Nullable Instant submittedTime,
    @Nullable Instant startedTime,
    @Nullable Instant modifiedTime,
    String stdoutRedirectPath,
    String stderrRedirectPath,
    @Nullable Instant endTime,
    String endStatus,
    @Nullable Integer runTime,
    String reason,
    String pendReason,
    @JsonAlias("suspend_reson") String suspendReason,
    @Nullable Integer slotsNum,
    String cpuUsage,
    String mem,
    String swap,
    String idle,
    @JsonAlias("resource") String resources,
    @Nullable Integer isDelete,
    String clusterType,
    String outputDir,
    String schedulerJobid,
    @JsonAlias("root_use_id") String rootUserId) {

  /// Refuses a job that nothing tells from others.
  public WireJobDetail {
    if (hpcjobUuid.isEmpty() && jobId.isEmpty()) {
      throw new IllegalArgumentException("a job lacks hpcjob_uuid and job_id");
    }
  }
}
