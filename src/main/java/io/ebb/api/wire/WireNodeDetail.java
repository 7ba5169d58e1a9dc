package io.ebb.api.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A node with all that is documented of it but `env`, which holds account data and is never bound.
/// Texts are empty where the reply has none.
///
/// @param nodeId `cln-…`
/// @param appClusterId the cluster's AppCenter id, `cl-…`, which stands under `cluster_id` (Q28)
/// @param name the display name, not the host name
/// @param role `login`, `controller` or `compute`
/// @param serverId the serial within the role
/// @param serverIdUpperBound AppCenter's limit for serials; null for none
/// @param globalServerId a serial among all nodes of the service
/// @param groupId the AppCenter replica group
/// @param status for example `active`
/// @param transitionStatus empty when nothing is in progress
/// @param statusTime when the status last changed; null when unknown
/// @param createTime when it was created; null when unknown
/// @param healthStatus `healthy` or `unhealthy`
/// @param alarmStatus empty when there is no alarm
/// @param queueInfo what it says of its queue, as JSON; `{}` for none. Not documented, and not to
///   be relied on: the queue list knows better
/// @param privateIp the private address
/// @param eip the public address
/// @param eipClass the kind of it
/// @param cpu cores; null when not told
/// @param memory MiB; null when not told
/// @param gpu GPUs; null when not told
/// @param storageSize GiB; null when not told
/// @param cpuModel for example `CascadeLake`
/// @param resourceClass for example `1101`
/// @param volumeType a number
/// @param appId the app, `app-…`
/// @param appVersion its version, `appv-…`
/// @param imageId the image, `img-…`
/// @param instanceId the virtual machine, `i-…`
/// @param advancedActions what else can be done to it, separated by commas
/// @param userAccess 1 when people may log in; null when not told
/// @param healthCheck how its health is checked, as JSON
/// @param monitor how it is watched, as JSON
/// @param scaleInService what the platform runs before it is deleted, as JSON; empty, which is
///   nothing
/// @param scaleOutService what the platform runs after it was added, as JSON
/// @param initService how it is set up, as JSON
/// @param startService how it is started, as JSON
/// @param stopService how it is stopped, as JSON
/// @param restartService how it is restarted, as JSON
/// @param changeVxnetService how it changes its network, as JSON
/// @param deleteSnapshotService how its snapshots are deleted, as JSON
/// @param customMetadataScript what supplies its metadata, as JSON
/// @param agentInstalled 1 when the app's agent is installed; null when not told
/// @param iaasAgentInstalled 1 when the platform's agent is installed; null when not told
/// @param multiZonePolicy how the nodes are spread over zones
/// @param verticalScalingPolicy for example `parallel`
/// @param extraVxnets further networks; a list in a text on the wire (Q24)
/// @param vxnetId the network, `vxnet-…`
/// @param owner whose it is, `usr-…`
/// @param rootUserId the account, `usr-…`; one example has its name with a colon and a blank (Q21)
/// @param consoleId the console it was made with
/// @param controller who manages it
/// @param hostMachine the machine it is on
/// @param hypervisor for example `kvm`
/// @param placeGroupId the placement group
/// @param repl the replication policy
public record WireNodeDetail(
    String nodeId,
    @JsonProperty("cluster_id") String appClusterId,
    String name,
    String role,
    int serverId,
    @Nullable Integer serverIdUpperBound,
    String globalServerId,
    String groupId,
    String status,
    String transitionStatus,
    @JsonAlias("status_times") @Nullable Instant statusTime,
    @Nullable Instant createTime,
    String healthStatus,
    String alarmStatus,
    String queueInfo,
    String privateIp,
    String eip,
    @JsonAlias("e'ip_class") String eipClass,
    @Nullable Integer cpu,
    @Nullable Integer memory,
    @Nullable Integer gpu,
    @Nullable Integer storageSize,
    String cpuModel,
    String resourceClass,
    String volumeType,
    String appId,
    String appVersion,
    String imageId,
    String instanceId,
    String advancedActions,
    @Nullable Integer userAccess,
    @JsonAlias("health_chaeck") String healthCheck,
    @JsonAlias("moitor") String monitor,
    String scaleInService,
    String scaleOutService,
    String initService,
    String startService,
    String stopService,
    @JsonAlias("resatrt_service") String restartService,
    @JsonAlias("chang_vxnet_service") String changeVxnetService,
    @JsonAlias("delete_sanpshot_service") String deleteSnapshotService,
    @JsonAlias("custom_metadata_scrpit") String customMetadataScript,
    @JsonAlias("agent_insatlled") @Nullable Integer agentInstalled,
    @JsonAlias("iass_agent_install") @Nullable Integer iaasAgentInstalled,
    @JsonAlias("mulit_zone_policy") String multiZonePolicy,
    String verticalScalingPolicy,
    List<String> extraVxnets,
    String vxnetId,
    String owner,
    @JsonAlias("root_user_id: ") String rootUserId,
    String consoleId,
    String controller,
    String hostMachine,
    String hypervisor,
    String placeGroupId,
    String repl) {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  /// Refuses a node without id, serial, role or status: what is not said of it is not to be
  /// guessed.
  public WireNodeDetail {
    if (nodeId.isEmpty() || serverId <= 0 || role.isEmpty() || status.isEmpty()) {
      throw new IllegalArgumentException("a node lacks node_id, server_id, role or status");
    }
    extraVxnets = extraVxnets.stream().flatMap(WireNodeDetail::inside).toList();
  }

  /// The texts of a list inside of a text; any other text as it is.
  private static Stream<String> inside(String text) {
    if (!text.startsWith("[")) {
      return Stream.of(text);
    }
    try {
      return JsonMapper.shared().readValue(text, TEXTS).stream();
    } catch (JacksonException noList) {
      return Stream.of(text);
    }
  }
}
