package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.wire.CreatedCluster;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.ResizedCluster;
import io.ebb.api.wire.WireCluster;
import java.time.Instant;

/// Each endpoint of the clusters: what is sent, and what is made of the documented answer.
final class ClusterEndpointsTest {

  @Exercises("GET /cluster/list")
  void clustersAreListed(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "total_count": 1, "cluster_set": [{
              "cluster_id": "hpc-qig9xu97", "cluster_name": "共享集群", "cluster_status": "active",
              "cluster_type": "hpc", "app_cluster_id": "cl-v0jpwmsr", "app_cluster": {},
              "create_time": "2021-08-19T07:24:07Z", "description": " ", "nas_id": "nas-1",
              "nas_mount_point": "/home", "nas_path": "/u1", "nas_shared_path": "/share",
              "paid_type": "PayForUesd", "scheduler_type": "默认调度器", "total_node_count": 3,
              "cluster_sw": [{"hpcsw_id": "hpcsw_lammps", "sw_name": "LAMMPS", "sw_ver": "7"}],
              "project_info": {"shared_status": "not_shared", "project_role": "none"},
              "pending_job_count": 1, "running_job_count": "2", "finished_job_count": "",
              "cpu_hours": 12.5, "mem_hours": "3.25", "unheard_of": {"a": [1]}}]
            """);

    Page<WireCluster> page =
        to.api
            .clusters()
            .list(
                ClustersApi.Query.of("usr-1", Listing.first().searching("共享 1").descending())
                    .withStatus("active")
                    .withType("hpc"));

    assertThat(to.server.lines().getFirst())
        .contains(
            "GET /api/cluster/list?",
            "&cluster_type=hpc&limit=100&offset=0&owner=usr-1&reverse=1"
                + "&search_word=%E5%85%B1%E4%BA%AB%201&")
        .contains("&status=active&");
    WireCluster cluster = page.items().getFirst();
    assertThat(cluster.clusterName()).isEqualTo("共享集群");
    assertThat(cluster.createTime()).isEqualTo(Instant.parse("2021-08-19T07:24:07Z"));
    assertThat(cluster.nasMountPoint()).isEqualTo("/home");
    assertThat(cluster.clusterSw()).extracting("swName").containsExactly("LAMMPS");
    assertThat(cluster.projectInfo()).extracting("sharedStatus").containsExactly("not_shared");
    assertThat(cluster.runningJobCount()).isEqualTo(2);
    assertThat(cluster.finishedJobCount()).isNull();
    assertThat(cluster.cpuHours()).isEqualTo(12.5);
    assertThat(cluster.memHours()).isEqualTo(3.25);
  }

  @Exercises("POST /cluster/createCluster")
  void clusterIsCreated(Exercise.Service service) {
    Connected to =
        service.answers("\"hpc_cluster_id\": \"ehpc-6pbhlqdn\", \"job_id\": \"j-ei20x38nikj\"");

    CreatedCluster created = to.api.clusters().create(Requests.cluster());

    assertThat(created.cluster()).isEqualTo("ehpc-6pbhlqdn");
    assertThat(created.operation()).isEqualTo("j-ei20x38nikj");
    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_type\": \"ehpc\", \"version_id\": \"appv-26wyuu21\","
                + " \"owner\": \"usr-1\", \"user_id\": \"usr-1\","
                + " \"gid_number\": 44730, \"uid_number\": 44730,"
                + " \"cluster_conf\": {\"cluster\": {\"vxnet\": \"vxnet-kdmf8xw\","
                + " \"name\": \"c\", \"nas_id\": \"nas-1\","
                + " \"login\": {\"count\": 1, \"cpu\": 1, \"memory\": 2048,"
                + " \"nas_mount_point\": \"/home\"},"
                + " \"controller\": {\"count\": 1, \"cpu\": 2, \"memory\": 4096},"
                + " \"compute\": {\"count\": 2, \"cpu\": 26, \"memory\": 81920}},"
                + " \"env\": {\"admin.user\": \"admin\", \"admin.password\": \"Secret-Word-1\","
                + " \"admin.user_id\": \"44730\", \"admin.group_id\": \"44730\","
                + " \"nas_path\": \"/u1\", \"nfs_need\": 1, \"nfs_dns\": \"nfs\","
                + " \"nfs_export\": \"/sw\", \"start_hook_on\": 1, \"nfs_local\": \"/opt/sw\","
                + " \"nfs_network\": \"10.0.0.0/8\"}, \"version\": \"appv-26wyuu21\"},"
                + " \"paid_type\": \"PayForUsed\", \"is_auto_renewal\": 0, \"duration\": 0,"
                + " \"cluster_name\": \"\\u6d4b\\u8bd5\", \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /cluster/modifyCluster")
  void clusterIsModified(Exercise.Service service) {
    Connected to = service.answers("");

    to.api.clusters().modify(new ClustersApi.Modify("ehpc-1", "新", null));

    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"cluster_name\": \"\\u65b0\", \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /cluster/deleteCluster")
  void clustersAreDeleted(Exercise.Service service) {
    Connected to = service.answers("\"hpc_cluster_id\": [\"ehpc-1\"], \"job_id\": \"j-1\"");

    assertThat(to.api.clusters().delete(Requests.deletion()).operation()).isEqualTo("j-1");
    assertThat(to.server.body(0))
        .isEqualTo("{\"cluster_ids\": [\"ehpc-1\"], \"run_user\": \"usr-1\", \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /cluster/startCluster")
  void clustersAreStarted(Exercise.Service service) {
    Connected to = service.answers("\"job_ids\": \"j-1\"");

    assertThat(to.api.clusters().start(ClustersApi.Ids.of("ehpc-1", "ehpc-2")).operation())
        .isEqualTo("j-1");
    assertThat(to.server.body(0))
        .isEqualTo("{\"cluster_ids\": [\"ehpc-1\", \"ehpc-2\"], \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /cluster/stopCluster")
  void clustersAreStopped(Exercise.Service service) {
    Connected to = service.answers("\"job_id\": \"j-1\"");

    assertThat(to.api.clusters().stop(ClustersApi.Ids.of("ehpc-1")).operation()).isEqualTo("j-1");
    assertThat(to.server.lines().getFirst()).startsWith("POST /api/cluster/stopCluster?");
  }

  @Exercises("POST /cluster/resizeCluster")
  void nodesOfARoleAreResized(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "job_id": "j-1", "resize_info": [{"role": "compute", "cpu": 12, "memory": 40960,
              "gpu": 0, "cpu_model": "CascadeLake", "resource_class": 1202, "volume_type": 0}]
            """);

    ResizedCluster resized =
        to.api.clusters().resize(ClustersApi.Resize.of("ehpc-1", "compute", 12, 40960));

    assertThat(resized.operation()).isEqualTo("j-1");
    assertThat(resized.resizeInfo())
        .containsExactly(
            new ResizedCluster.Role("compute", 12, 40960, 0, "CascadeLake", "1202", "0"));
    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"node_role\": \"compute\", \"cpu\": 12,"
                + " \"memory\": \"40960\", \"zone\": \"jn1a\"}");
  }
}
