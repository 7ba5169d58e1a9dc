package io.ebb.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What goes wrong on purpose.
final class FaultTest {
  private static final String DELETE = "/cluster/deleteNodes";

  private final Play play = Play.small();

  @AfterEach
  void close() {
    play.close();
  }

  @Test
  void resetBeforeLeavesTheWorldAlone() {
    play.sim.inject(Fault.next(DELETE, new FaultKind.ResetBefore()));
    assertThatThrownBy(() -> play.delete("cln-1")).isInstanceOf(UncheckedIOException.class);
    assertThat(play.sim.changes()).isEmpty();
    assertThat(play.sim.calls()).extracting(Call::retCode).containsExactly(Call.NONE);
    assertThat(Play.code(play.delete("cln-1"))).isZero();
  }

  @Test
  void resetAfterHidesAnEffect() {
    play.sim.inject(Fault.next(DELETE, new FaultKind.ResetAfter()));
    assertThatThrownBy(() -> play.delete("cln-1")).isInstanceOf(UncheckedIOException.class);
    assertThat(play.sim.calls()).extracting(Call::retCode).containsExactly(0);
    play.wait(55);
    assertThat(play.nodeIds()).doesNotContain("cln-1");
  }

  @Test
  void resetOnAConnectionInUseIsSeenByThePost() {
    assertThat(play.nodeIds()).hasSize(8);
    play.sim.inject(Fault.next(DELETE, new FaultKind.ResetAfter()));
    assertThatThrownBy(() -> play.delete("cln-1")).isInstanceOf(UncheckedIOException.class);
    assertThat(play.sim.calls().stream().filter(call -> call.path().equals(DELETE))).hasSize(1);
  }

  @Test
  void httpStatusReplacesTheReply() {
    play.sim.inject(Fault.next(DELETE, new FaultKind.HttpStatus(503, "<html>busy</html>")));
    HttpResponse<String> reply =
        play.client.send("POST", DELETE, play.client.query(), "{\"zone\": \"jn1a\"}");
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.body()).isEqualTo("<html>busy</html>");
    assertThat(play.sim.changes()).isEmpty();
  }

  @Test
  void retCodeReplacesTheReplyAtTheNthCall() {
    play.sim.inject(new Fault("*", 2, new FaultKind.RetCode(5100, "服务器忙")));
    assertThat(Play.code(play.delete("cln-1"))).isZero();
    JsonNode second = play.delete("cln-2");
    assertThat(Play.code(second)).isEqualTo(5100);
    assertThat(second.path("message").asString()).isEqualTo("服务器忙");
    assertThat(Play.code(play.delete("cln-2"))).isZero();
  }

  @Test
  void everyCallToThePathIsHitAndNoOther() {
    play.sim.inject(Fault.every("/operation", new FaultKind.RetCode(5000, "内部错误")));
    assertThat(Play.code(play.client.get("/operation"))).isEqualTo(5000);
    assertThat(Play.code(play.client.get("/operation"))).isEqualTo(5000);
    assertThat(Play.code(play.client.get("/cluster/list"))).isZero();
  }

  @Test
  void garbageHidesAnEffect() {
    play.sim.inject(Fault.next(DELETE, new FaultKind.Garbage()));
    HttpResponse<String> reply =
        play.client.send(
            "POST",
            DELETE,
            play.client.query(),
            "{\"cluster_id\": \"ehpc-play\", \"node_ids\": [\"cln-1\"], \"zone\": \"jn1a\"}");
    assertThatThrownBy(() -> RawClient.json(reply)).hasMessageContaining("Unexpected character");
    assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("deleting");
  }

  @Test
  void delayIsByTheMachine() {
    play.sim.inject(Fault.next("/cluster/list", new FaultKind.Delay(Duration.ofMillis(80))));
    long start = System.nanoTime();
    assertThat(Play.code(play.client.get("/cluster/list"))).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(80));
  }

  @Test
  void operationFailsAndChangesNothing() {
    play.sim.inject(Fault.next(DELETE, new FaultKind.OperationFails()));
    JsonNode accepted = play.delete("cln-1");
    assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("deleting");
    play.wait(55);
    assertThat(play.operation(accepted).path("status").asString()).isEqualTo("failed");
    assertThat(play.operation(accepted).path("error_codes").asString()).isEqualTo("5000");
    assertThat(play.node("cln-1").path("transition_status").asString()).isEmpty();
  }

  @Test
  void queueOperationsFailLeavingQueuesAsTheyWere() {
    play.sim.inject(new Fault("*", 1, new FaultKind.OperationFails()));
    play.sim.inject(new Fault("*", 2, new FaultKind.OperationFails()));
    play.remove("ehpcq-a", "[1]");
    play.join("ehpcq-b", "[5]");
    play.wait(7);
    assertThat(play.serials("ehpcq-a")).isEqualTo("[1,2,3]");
    assertThat(play.serials("ehpcq-b")).isEqualTo("[4]");
    assertThat(play.queue("ehpcq-a").path("transition_status").asString()).isEmpty();
  }

  @Test
  void creationFailsLeavingNoNode() {
    play.sim.inject(Fault.next("/cluster/addNodes", new FaultKind.OperationFails()));
    play.addNodes("");
    assertThat(play.nodeIds()).hasSize(9);
    play.wait(55);
    assertThat(play.nodeIds()).hasSize(8);
  }

  @Test
  void operationNeverEnds() {
    play.sim.inject(Fault.next(DELETE, new FaultKind.OperationNeverEnds()));
    JsonNode accepted = play.delete("cln-1");
    play.wait(1_000_000);
    assertThat(play.operation(accepted).path("status").asString()).isEqualTo("pending");
    assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("deleting");
  }

  @Test
  void faultsCombine() {
    play.sim.inject(Fault.next(DELETE, new FaultKind.OperationFails()));
    play.sim.inject(Fault.next(DELETE, new FaultKind.ResetAfter()));
    assertThatThrownBy(() -> play.delete("cln-1")).isInstanceOf(UncheckedIOException.class);
    play.wait(55);
    assertThat(play.sim.changes())
        .extracting(Change::kind)
        .containsExactly(Change.Kind.OPERATION_STARTED, Change.Kind.OPERATION_FAILED);
  }

  @Test
  void lateReplyComesAfterTheEffect() throws InterruptedException {
    play.sim.inject(Fault.next(DELETE, new FaultKind.LateReply(Duration.ofMinutes(10))));
    Thread caller = Thread.ofVirtual().start(() -> play.delete("cln-1"));
    await().until(() -> !play.sim.calls().isEmpty());
    assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("deleting");
    assertThat(caller.isAlive()).isTrue();
    caller.interrupt();
    caller.join();
  }

  @Test
  void slowReplyComesBitByBit() {
    play.sim.inject(Fault.next("/cluster/list", new FaultKind.SlowReply(Duration.ofMillis(80))));
    long start = System.nanoTime();
    assertThat(Play.code(play.client.get("/cluster/list"))).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(80));
  }

  @Test
  void emptyReplyHidesAnEffect() {
    assertThat(damagedDeletion(FaultKind.Damage.EMPTY).body()).isEmpty();
  }

  @Test
  void truncatedReplyIsCompleteAsFarAsHttpCanTell() {
    HttpResponse<String> reply = damagedDeletion(FaultKind.Damage.TRUNCATED);
    assertThat(reply.body()).startsWith("{\"action\":");
    assertThatThrownBy(() -> RawClient.json(reply)).hasMessageContaining("end-of-input");
  }

  @Test
  void connectionMayEndInTheMiddleOfAReply() {
    assertThatThrownBy(() -> damagedDeletion(FaultKind.Damage.CUT_OFF))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("deleting");
  }

  private HttpResponse<String> damagedDeletion(FaultKind.Damage damage) {
    play.sim.inject(Fault.next(DELETE, new FaultKind.Garbage(damage)));
    String body = "{\"cluster_id\": \"ehpc-play\", \"node_ids\": [\"cln-1\"], \"zone\": \"jn1a\"}";
    HttpResponse<String> reply = play.client.send("POST", DELETE, play.client.query(), body);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(play.node("cln-1").path("transition_status").asString()).isEqualTo("deleting");
    return reply;
  }

  @Test
  void replyMayLackItsList() {
    play.sim.inject(
        Fault.next("/cluster/listNodes", new FaultKind.Garbage(FaultKind.Damage.NO_LIST)));
    JsonNode reply = play.client.get("/cluster/listNodes", "cluster_id", Play.CLUSTER);
    assertThat(reply.path("total_count").asInt()).isEqualTo(8);
    assertThat(reply.has("hpc_app_nodes_set")).isFalse();
    assertThat(play.nodeIds()).hasSize(8);
  }

  @Test
  void skewShowsInTheDateAndInTheTimestampsThatAreTaken() {
    play.sim.inject(Fault.every("*", new FaultKind.Skew(Duration.ofMinutes(-5))));
    HttpResponse<String> reply = play.client.send("GET", "/cluster/list", play.client.query(), "");
    assertThat(Play.code(RawClient.json(reply))).isEqualTo(1300);
    assertThat(reply.headers().firstValue("Date")).contains("Sat, 21 Nov 2026 09:55:00 GMT");
    String corrected = RawClient.timestamp(Play.START.minusSeconds(300));
    assertThat(Play.code(play.client.with("timestamp", corrected).get("/cluster/list"))).isZero();
  }

  @Test
  void callsOfOthersFillTheSameWindow() {
    play.sim.inject(Fault.next("*", new FaultKind.OthersCall(1998)));
    assertThat(Play.code(play.client.get("/cluster/list"))).isZero();
    assertThat(Play.code(play.client.get("/cluster/list"))).isZero();
    assertThat(Play.code(play.client.get("/cluster/list"))).isEqualTo(2500);
    play.wait(3600);
    play.sim.inject(Fault.next("*", new FaultKind.OthersCall(1_000_000)));
    assertThat(Play.code(play.client.get("/cluster/list"))).isEqualTo(2500);
  }

  @Test
  void faultsAreNamedInTheCalls() {
    FaultKind late = new FaultKind.RetCode(5100, "busy");
    play.sim.inject(Fault.next("/operation", late));
    play.client.get("/operation");
    play.client.get("/operation");
    assertThat(play.sim.calls()).extracting(Call::faults).containsExactly(List.of(late), List.of());
  }

  @Test
  void impossibleFaultIsRefused() {
    FaultKind kind = new FaultKind.ResetAfter();
    assertThatThrownBy(() -> new Fault("/x", -1, kind)).hasMessageContaining("not -1");
    assertThatThrownBy(() -> Fault.next("cluster/list", kind))
        .hasMessageContaining("begins with /");
    assertThatThrownBy(() -> new FaultKind.HttpStatus(99, "")).hasMessageContaining("99");
    assertThatThrownBy(() -> new FaultKind.Delay(Duration.ofSeconds(-1)))
        .hasMessageContaining("negative");
  }
}
