package io.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which nodes a job may be using.
final class JobTest {
  private static final Node IN_BATCH = node(Role.COMPUTE, "ehpcq-batch");
  private static final Node IN_VIS = node(Role.COMPUTE, "ehpcq-vis");
  private static final Node IN_NONE = node(Role.COMPUTE, null);

  @Test
  void jobThatNamesHostsUsesThoseWhereverTheyAre() {
    Job job = job("running", "ehpcq-batch", "node3");

    assertThat(job.mayUse(IN_BATCH)).isTrue();
    assertThat(job.mayUse(IN_VIS)).isTrue();
    assertThat(job.mayUse(IN_NONE)).isTrue();
    assertThat(job("running", "ehpcq-batch", "node4").mayUse(IN_BATCH)).isFalse();
  }

  @Test
  void jobThatNamesNoHostMayUseItsWholeQueueAndNoOther() {
    Job job = job("running", "ehpcq-batch");

    assertThat(job.mayUse(IN_BATCH)).isTrue();
    assertThat(job.mayUse(IN_VIS)).isFalse();
  }

  /// The node may have been in the queue when the job started.
  @Test
  void jobThatNamesNoHostMayUseANodeThatIsInNoQueue() {
    assertThat(job("running", "ehpcq-batch").mayUse(IN_NONE)).isTrue();
  }

  @Test
  void jobThatNamesNeitherHostNorQueueMayBeAnywhere() {
    assertThat(job("running", "").mayUse(IN_VIS)).isTrue();
    assertThat(job("running", "").mayUse(node(Role.LOGIN, null))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "completing", "suspended", "stopped", ""})
  void jobThatHasBegunAndNotSurelyEndedOccupiesItsNodes(String status) {
    assertThat(job(status, "ehpcq-batch").occupies()).isTrue();
    assertThat(job(status, "ehpcq-batch").mayUse(IN_BATCH)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "finished", "exited", "cancelled"})
  void jobThatWaitsOrHasEndedOccupiesNothing(String status) {
    assertThat(job(status, "ehpcq-batch", "node3").mayUse(IN_BATCH)).isFalse();
  }

  private static Job job(String status, String queue, String... hosts) {
    return new Job("hpcjob-1", "1", "", status, queue, Set.of(hosts), "ann", null);
  }

  private static Node node(Role role, @Nullable String queue) {
    return new Node(
        "cln-3", 3, role.host(3), "", role, queue, "active", "", "healthy", "", 1, 1, null);
  }
}
