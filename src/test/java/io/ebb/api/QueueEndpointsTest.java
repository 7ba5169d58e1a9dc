package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ebb.api.wire.WireQueue;
import io.ebb.api.wire.WireQueueDetail;
import io.ebb.api.wire.WireSharedQueue;
import java.util.List;

/// Each endpoint of the queues: what is sent, and what is made of the documented answer.
final class QueueEndpointsTest {

  @Exercises("POST /queue/ehpc/getQueueList")
  void queuesAreListed(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "total_count": 1, "hpc_queue_set": [{"hpcqueue_id": "ehpcq-6cyb1096", "name": "默认队列",
              "partition_name": "normal", "nodelist": [1], "default_queue": 1,
              "spec_detail": {"cpu_num": 26, "mem_size": 80, "gpu_num": 0, "unit_mem_size": 80},
              "cluster_id": "ehpc-2i6bsme6", "user_id": "usr-1"}]
            """);

    List<WireQueue> queues =
        to.api.queues().list(QueuesApi.Query.only("ehpc-1", List.of("ehpcq-6cyb1096"))).items();

    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"queue_ids\": [\"ehpcq-6cyb1096\"], \"limit\": 100,"
                + " \"offset\": 0, \"zone\": \"jn1a\"}");
    assertThat(queues.getFirst().specDetail().getFirst().memSize()).isEqualTo(80);
    assertThat(queues.getFirst().clusterId()).isEqualTo("ehpc-2i6bsme6");
  }

  @Exercises("POST /queue/ehpc/addQueue")
  void queueIsAdded(Exercise.Service service) {
    Connected to = service.answers("\"hpcqueue_id\": \"ehpcq-zok6r5ow\"");

    assertThat(to.api.queues().add(QueuesApi.Add.named("ehpc-1", "队列")).hpcqueueId())
        .isEqualTo("ehpcq-zok6r5ow");
    to.api.queues().add(new QueuesApi.Add("ehpc-1", "q", "2-0", 1, "ALL", 0, 0, 1, "group"));

    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"name\": \"\\u961f\\u5217\", \"zone\": \"jn1a\"}");
    assertThat(to.server.body(1))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"name\": \"q\", \"max_time\": \"2-0\","
                + " \"min_node\": 1, \"allow_accounts\": \"ALL\", \"deny_accounts\": 0,"
                + " \"default_queue\": 0, \"status\": 1, \"user_group\": \"group\","
                + " \"zone\": \"jn1a\"}");
  }

  /// Vector T6 of the signature.
  @Exercises("POST /queue/ehpc/modifyQueue")
  void queueIsRenamed(Exercise.Service service) {
    Connected to = service.answers("\"hpcqueue_id\": \"ehpcq-z0pdsjch\"");

    to.api.queues().rename(new QueuesApi.Rename("ehpc-8jqdq0mz", "ehpcq-z0pdsjch", "默认队列"));

    assertThat(to.server.lines().getFirst())
        .contains("&signature=29y2GygygYHn6P60rtFE5BsYRIdJnliYLy9eimhdiYM%253D ");
    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-8jqdq0mz\", \"hpcqueue_id\": \"ehpcq-z0pdsjch\","
                + " \"name\": \"\\u9ed8\\u8ba4\\u961f\\u5217\", \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /queue/ehpc/delQueues")
  void queuesAreDeleted(Exercise.Service service) {
    Connected to = service.answers("\"job_id\": \"j-a91jzniihbr\"");

    assertThat(
            to.api.queues().delete(new QueuesApi.Delete("ehpc-1", List.of("ehpcq-1"))).operation())
        .isEqualTo("j-a91jzniihbr");
    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-1\", \"queue_ids\": [\"ehpcq-1\"], \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /queue/ehpc/addNodes")
  void nodesArePutIntoAQueue(Exercise.Service service) {
    Connected to = service.answers("\"job_id\": \"j-p3lr5cg8zcy\"");

    to.api.queues().addNodes(new QueuesApi.Members("ehpc-gk3wfc7e", "ehpcq-m7qglynz", List.of(2)));

    assertThat(to.server.lines().getFirst()).startsWith("POST /api/queue/ehpc/addNodes?");
    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"cluster_id\": \"ehpc-gk3wfc7e\", \"hpcqueue_id\": \"ehpcq-m7qglynz\","
                + " \"nodelist\": [2], \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /queue/ehpc/removeNodes")
  void nodesAreTakenOutOfAQueue(Exercise.Service service) {
    Connected to = service.answers("\"job_id\": \"j-8ajjp28fps8\"");

    assertThat(to.removeNode().operation()).isEqualTo("j-8ajjp28fps8");
  }

  @Exercises("GET /queue/getCurrentQueue")
  void sharedQueuesAreListed(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "queues_set": [{"hpcqueue_id": "hpcq-13ghjh34dr", "name": "共享", "type_id": "hpcqt-1",
              "belong": "", "categories": "share_queue", "is_bind": "1", "duration": "",
              "price": 12, "paid_type": "", "rent_start_time": "", "spec_detail":
              {"cpu_num": 380, "mem_size": 905, "node_num": 5, "node_list": null,
               "unit_cpu_num": 65, "unit_mem_size": 181, "hpcqueue_type_id": "hpcqt-1"}}]
            """);

    WireSharedQueue queue =
        to.api
            .sharedQueues()
            .list(new SharedQueuesApi.Query("hpc-1", -1, Listing.first()))
            .items()
            .getFirst();

    assertThat(to.server.lines().getFirst())
        .contains("&belong=-1&cluster_id=hpc-1&limit=100&offset=0&");
    assertThat(queue.belong()).isNull();
    assertThat(queue.isBind()).isEqualTo(1);
    assertThat(queue.price()).isEqualTo("12");
    assertThat(queue.rentStartTime()).isNull();
    assertThat(queue.specDetail().getFirst().nodeNum()).isEqualTo(5);
    assertThat(queue.specDetail().getFirst().nodeList()).isEmpty();
  }

  @Exercises("GET /queue/describeQueue")
  void queueIsDescribed(Exercise.Service service) {
    Connected to =
        service.answers(
            """
            "detail": [{"hpcqueue_id": "ehpcq-1", "name": "q", "scheduler_queue_name": "normal",
              "compute_num": 1, "node_list": [1], "total_slots": 26, "avail_slots": "26",
              "free_slots": "", "njobs": 3, "npend": 1, "nrun": 2, "nstop": ""}]
            """);

    WireQueueDetail queue =
        to.api
            .sharedQueues()
            .describe(new SharedQueuesApi.One("ehpc-1", "ehpcq-1"))
            .items()
            .getFirst();

    assertThat(to.server.lines().getFirst()).contains("&cluster_id=ehpc-1&id=ehpcq-1&");
    assertThat(queue.nodeList()).containsExactly(1);
    assertThat(queue.availSlots()).isEqualTo(26);
    assertThat(queue.freeSlots()).isNull();
    assertThat(queue.nrun()).isEqualTo(2);
  }

  @Exercises("POST /queue/bindPrivateQueue")
  void privateQueueIsHired(Exercise.Service service) {
    Connected to = service.answers("\"queue_id\": \"hpcq-hwrn0agz\"");

    SharedQueuesApi queues = to.api.sharedQueues();
    assertThat(queues.bind(SharedQueuesApi.Bind.hourly("hpc-1", "私", "hpcqt-1")).hpcqueueId())
        .isEqualTo("hpcq-hwrn0agz");
    queues.bind(SharedQueuesApi.Bind.months("hpc-1", "q", "hpcqt-1", 12, true));

    assertThat(to.server.body(0))
        .isEqualTo(
            "{\"name\": \"\\u79c1\", \"type_id\": \"hpcqt-1\", \"paid_type\": \"PayForUsed\","
                + " \"cluster_id\": \"hpc-1\", \"zone\": \"jn1a\"}");
    assertThat(to.server.body(1))
        .isEqualTo(
            "{\"name\": \"q\", \"type_id\": \"hpcqt-1\", \"paid_type\": \"Reserved\","
                + " \"duration\": 12, \"is_auto_renewal\": 1, \"cluster_id\": \"hpc-1\","
                + " \"zone\": \"jn1a\"}");
  }

  @Exercises("POST /queue/unbindPrivateQueue")
  void privateQueueIsGivenBack(Exercise.Service service) {
    Connected to = service.answers("");

    to.api.sharedQueues().unbind(SharedQueuesApi.Unbind.of("hpc-1", "hpcq-1"));

    assertThat(to.server.body(0))
        .isEqualTo("{\"ids\": [\"hpcq-1\"], \"cluster_id\": [\"hpc-1\"], \"zone\": \"jn1a\"}");
  }
}
