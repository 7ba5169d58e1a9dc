package io.ebb.api;

import io.ebb.api.wire.Accepted;
import io.ebb.api.wire.Page;
import io.ebb.api.wire.WireNode;
import io.ebb.api.wire.WireQueue;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An API connected to a [RawServer], at the time and with the key of the signature vectors.
final class Connected implements AutoCloseable {
  static final Credentials KEY = new Credentials("QYACCESSKEYIDEXAMPLE", "SECRETACCESSKEY");
  static final Instant AT = Instant.parse("2021-08-19T16:44:40Z");
  static final String LIST =
      RawServer.json("{\"action\": \"X\", \"ret_code\": 0, \"total_count\": 0}");
  static final String ACCEPTED =
      RawServer.json("{\"action\": \"X\", \"ret_code\": 0, \"job_id\": \"j-60tfxp7txad\"}");

  final RawServer server;
  final HandTime time = new HandTime(AT);
  final List<CallRecord> records = new CopyOnWriteArrayList<>();
  final List<String> waits = new CopyOnWriteArrayList<>();
  final ApiOptions options;
  final EhpcApi api;

  private Connected(RawServer server) {
    this.server = server;
    this.options =
        ApiOptions.of(server.endpoint(), KEY, "jn1a")
            .withClocks(Clocks.of(time))
            .withListener(listener());
    this.api = EhpcApi.connect(options);
  }

  static Connected to(String... answers) {
    return new Connected(RawServer.answering(answers));
  }

  private CallListener listener() {
    return new CallListener() {
      @Override
      public void called(CallRecord call) {
        records.add(call);
      }

      @Override
      public void waiting(String why, Instant until) {
        waits.add(why + " until " + until.truncatedTo(ChronoUnit.SECONDS));
      }
    };
  }

  /// A read.
  Page<WireNode> listNodes() {
    return api.nodes().list(new NodesApi.Query("ehpc-qmmvigwe", 0, 100));
  }

  /// A read by POST.
  Page<WireQueue> listQueues() {
    return api.queues().list(new QueuesApi.Query("ehpc-8jqdq0mz", 0, 100));
  }

  /// A write.
  Accepted deleteNode() {
    return api.nodes().delete(new NodesApi.Delete("ehpc-8jqdq0mz", List.of("cln-hzzvbtnh")));
  }

  /// Another write, with one form only.
  Accepted removeNode() {
    return api.queues()
        .removeNodes(new QueuesApi.Members("ehpc-gk3wfc7e", "ehpcq-m7qglynz", List.of(2)));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
