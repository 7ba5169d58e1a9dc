package io.ebb.api.wire;

/// The reply to the submission of a job. Texts are empty where the reply has none.
///
/// @param hpcjobUuid the API's id, `hpcjob-…`
/// @param jobId the scheduler's number
/// @param jobStatus `pending`, as a rule
public record SubmittedJob(String hpcjobUuid, String jobId, String jobStatus) {

  /// Refuses a reply without any id: then it is not known what the service is doing.
  public SubmittedJob {
    if (hpcjobUuid.isEmpty() && jobId.isEmpty()) {
      throw new IllegalArgumentException("the reply names no job");
    }
  }
}
