package io.ebb.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// A job to submit: see [JobsApi#submit].
///
/// @param clusterId the cluster
/// @param runUser the account that runs it
/// @param name its name, in any language
/// @param cmdLine the command
/// @param coreLimit cores, from 1
/// @param submitType 0 as by the console, 1 as by the command line
/// @param queue where it waits
/// @param needs what it needs besides cores
/// @param files what it reads and writes
/// @param cmdLineType `input` for a command, as in the example
public record NewJob(
    String clusterId,
    String runUser,
    String name,
    String cmdLine,
    int coreLimit,
    int submitType,
    @JsonUnwrapped Place queue,
    @JsonUnwrapped Needs needs,
    @JsonUnwrapped Files files,
    String cmdLineType)
    implements About {

  /// A command on one core, in the default queue, with nothing asked for.
  public static NewJob of(String clusterId, String runUser, String name, String cmdLine) {
    return new NewJob(
        clusterId,
        runUser,
        name,
        cmdLine,
        1,
        1,
        new Place(null, null),
        new Needs(null, null, null, null),
        new Files(null, null, null),
        "input");
  }

  /// On so many cores.
  public NewJob withCores(int cores) {
    return new NewJob(
        clusterId, runUser, name, cmdLine, cores, submitType, queue, needs, files, cmdLineType);
  }

  /// In another queue than the default.
  public NewJob in(Place other) {
    return new NewJob(
        clusterId, runUser, name, cmdLine, coreLimit, submitType, other, needs, files, cmdLineType);
  }

  /// With these needs.
  public NewJob withNeeds(Needs others) {
    return new NewJob(
        clusterId,
        runUser,
        name,
        cmdLine,
        coreLimit,
        submitType,
        queue,
        others,
        files,
        cmdLineType);
  }

  /// With these files.
  public NewJob withFiles(Files others) {
    return new NewJob(
        clusterId,
        runUser,
        name,
        cmdLine,
        coreLimit,
        submitType,
        queue,
        needs,
        others,
        cmdLineType);
  }

  @Override
  public Subject subject() {
    return Subject.of(clusterId);
  }

  /// Where a job waits.
  ///
  /// @param hpcqueueId the queue; null for the default queue
  /// @param schedulerQueueName its Slurm partition; null leaves it to the service
  public record Place(@Nullable String hpcqueueId, @Nullable String schedulerQueueName) {}

  /// What a job needs besides cores. The documentation gives no units.
  ///
  /// @param priority the higher, the sooner; null for the scheduler's own
  /// @param memLimit memory; null for no limit
  /// @param timeLimit time; null for the queue's
  /// @param resourceLimit further resources, in the service's own form; null for none
  public record Needs(
      @Nullable Integer priority,
      @Nullable Integer memLimit,
      @Nullable Integer timeLimit,
      @Nullable String resourceLimit) {}

  /// What a job reads and writes: paths on the cluster.
  ///
  /// @param inputFile what it reads; null for nothing
  /// @param stdoutRedirectPath where its output goes; null leaves it to the service
  /// @param stderrRedirectPath where its errors go; null leaves it to the service
  public record Files(
      @Nullable String inputFile,
      @Nullable String stdoutRedirectPath,
      @Nullable String stderrRedirectPath) {}
}
