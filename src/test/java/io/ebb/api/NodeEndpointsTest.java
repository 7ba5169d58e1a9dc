package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.wire.WireNodeDetail;
import java.time.Instant;
import java.util.List;

/// Each endpoint of the nodes: what is sent, and what is made of the documented answer.
final class NodeEndpointsTest {

  @Exercises("GET /cluster/listNodes")
  void nodesAreListedInFull(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "total_count": 1, "hpc_app_nodes_set": [{
              "node_id": "cln-wx6w1ef2", "name": "登录节点1", "role": "login", "server_id": 1,
              "server_id_upper_bound": null, "global_server_id": 9223628283, "group_id": 1,
              "status": "active", "transition_status": "", "status_time": "2021-08-19T07:25:01Z",
              "health_status": "healthy", "queue_info": {}, "private_ip": "172.20.0.2",
              "cpu": 1, "memory": 2048, "gpu": 0, "storage_size": 0, "cpu_model": "CascadeLake",
              "resource_class": 1101, "instance_id": "i-9csyilte", "user_access": 1,
              "advanced_actions": "scale_horizontal,associate_eip", "scale_in_service": null,
              "restart_service": {"cmd": "appctl restart", "order": 2},
              "extra_vxnets": "[\\"vxnet-1\\"]", "env": "{\\"admin.password\\": \\"x\\"}",
              "cluster_id": "cl-v0jpwmsr"}]
            """);

    List<WireNodeDetail> nodes =
        to.api
            .nodes()
            .listInFull(
                new NodesApi.Query(
                    "ehpc-1", "active", Listing.page(20, 10).sortedBy("role").inFull()))
            .items();

    assertThat(to.server.lines().getFirst())
        .contains("&cluster_id=ehpc-1&limit=10&offset=20&")
        .contains("&sort_key=role&status=active&timestamp=")
        .contains("&verbose=1&");
    WireNodeDetail node = nodes.getFirst();
    assertThat(node.globalServerId()).isEqualTo("9223628283");
    assertThat(node.statusTime()).isEqualTo(Instant.parse("2021-08-19T07:25:01Z"));
    assertThat(node.queueInfo()).isEqualTo("{}");
    assertThat(node.gpu()).isZero();
    assertThat(node.serverIdUpperBound()).isNull();
    assertThat(node.scaleInService()).isEmpty();
    assertThat(node.restartService()).contains("appctl restart");
    assertThat(node.extraVxnets()).containsExactly("vxnet-1");
    assertThat(node.toString()).as("env is never bound").doesNotContain("admin.password");
  }

  @Exercises("POST /cluster/addNodes")
  void nodesAreAdded(Exercise.Service service) {
    Connected to = service.answers("\"job_id\": \"j-1\"");

    to.api.nodes().add(new NodesApi.Add("ehpc-1", "compute", "2"));
    to.api.nodes().add(new NodesApi.Add("ehpc-1", "login", "1", "登录", List.of("172.20.0.9")));

    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"node_role\": \"compute\", \"node_count\": \"2\","
                + " \"zone\": \"jn1a\"}");
    assertThat(to.server.body(1))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"node_role\": \"login\", \"node_count\": \"1\","
                + " \"node_name\": \"\\u767b\\u5f55\", \"private_ips\": [\"172.20.0.9\"],"
                + " \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /cluster/deleteNodes")
  void nodesAreDeleted(Exercise.Service service) {
    Connected to = service.answers("\"job_id\": \"j-60tfxp7txad\"");

    assertThat(to.deleteNode().operation()).isEqualTo("j-60tfxp7txad");
    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-8jqdq0mz\", \"node_ids\": [\"cln-hzzvbtnh\"],"
                + " \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /cluster/restartNodes")
  void nodesAreRestarted(Exercise.Service service) {
    Connected to = service.answers("\"job_id\": \"j-1\"");

    to.api.nodes().restart(new NodesApi.Restart("ehpc-1", List.of("cln-1", "cln-2")));

    assertThat(to.server.lines().getFirst()).startsWith("POST /api/cluster/restartNodes?");
    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"node_ids\": [\"cln-1\", \"cln-2\"],"
                + " \"zone\": \"jn1a\"}");
  }
}
