package io.ebb.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.cluster.Role;
import io.ebb.plan.Plan;
import io.ebb.plan.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EventCodecTest {
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456789Z");
  private static final Instant DEADLINE = AT.plus(Duration.ofMinutes(15));
  private static final NodeOutcome NODE =
      new NodeOutcome("cln-1", "node1", Outcome.OPEN, "out of its queue 测试");

  /// One of each kind at least, with and without what may be missing.
  static List<Entry> entries() {
    return List.of(
        new Entry.Began(AT, Plans.of("7f3a", 1, 2, 99), "alice"),
        new Entry.Scripted(
            AT, "python", "idle.py", "print('é')\n", null, "{\"count\":4}", "{}", "alice", null),
        new Entry.Scripted(
            AT,
            Entry.Scripted.RUNBOOK,
            "rack.md",
            "# Rack 4\n",
            "/srv",
            "{}",
            "{}",
            "alice",
            new Entry.Chosen("drain", List.of("drain"), true)),
        new Entry.Approved(AT, "Retire 2 nodes?", "2", "alice at the terminal"),
        new Entry.QueuesSeen(AT, List.of(new Entry.QueueSeen("ehpcq-batch", "batch", 24))),
        new Entry.Edited(AT, "# Rack 5\n"),
        new Entry.Shown(AT, "24 nodes 测试"),
        new Entry.BlockBegan(AT, 1, "drain"),
        new Entry.BlockEnded(AT, 2, "drain", Entry.BlockEnd.SKIPPED, "not today", "alice", false),
        new Entry.Called(AT, 1, "cluster.nodes()", "[1]"),
        new Entry.Finished(AT, RunState.FAILED, "line 3: no such queue"),
        new Entry.Resumed(AT, new Owner("login1", 4242, AT, "alice"), "undo", null),
        new Entry.Interrupted(AT, "Ctrl-C"),
        new Entry.Stepped(AT, 1, 2, List.of("node1", "node2")),
        new Entry.Waiting(AT, "job 8812", AT, "its end", DEADLINE),
        new Entry.Waiting(AT, "job 8812", AT, "its end", null),
        new Entry.Intent(AT, 1, 2, "Leave", "ehpcq-batch", List.of("cln-1"), DEADLINE),
        new Entry.Intent(AT, 1, 2, "Delete", null, List.of("cln-1"), DEADLINE),
        new Entry.Declined(AT, 1, 2, "busy", false),
        new Entry.Declined(AT, 1, 2, null, true),
        new Entry.Receipt(AT, 1, "j-1", DEADLINE),
        new Entry.Adopted(AT, 1, "j-1", DEADLINE),
        new Entry.Concluded(AT, 1, Entry.End.HAPPENED, "", DEADLINE),
        new Entry.Concluded(AT, 1, Entry.End.NOT_DONE, "it did not happen", null),
        new Entry.Deadline(
            AT, 1, "drain", DEADLINE, new Entry.JobsThen(AT, List.of("job-1"), List.of("job-1"))),
        new Entry.Deadline(AT, 1, "verify", DEADLINE, null),
        new Entry.Allowed(AT, 1, List.of("job-1")),
        new Entry.Asked(AT, 1, List.of("node1"), List.of("8812"), List.of("job-1")),
        new Entry.Answered(AT, 1, "keep"),
        new Entry.Confirmed(AT, 1, 3, "no: no answer"),
        new Entry.GivenUp(AT, List.of("cln-1"), Outcome.KEPT, "job 8812 runs"),
        new Entry.Stopped(AT, "1 failed, and the limit is 1", false, true),
        new Entry.Settled(AT, NODE),
        new Entry.Ended(AT, run(null)),
        new Entry.Ended(AT, run("3 failed")),
        new Entry.Reconfirmed(
            AT,
            List.of(new NodeOutcome("cln-1", "node1", Outcome.UNTOUCHED, "it is stopped now")),
            List.of(
                new Target(
                    "cln-2", "node2", 2, Role.COMPUTE, "ehpcq-batch", "stopped", List.of("job-1")),
                new Target("cln-3", "login1", 1, Role.LOGIN, null, "stopped", List.of()))),
        new Entry.StepBegan(AT, 2, "drain"),
        new Entry.StepEnded(AT, 3, "drain", true),
        new Entry.Ordered(AT, 1, "cluster.addNodes(2)", "ehpc-1", List.of("j-1", "cln-1")));
  }

  private static Run run(@Nullable String stopped) {
    return new Run(
        "r-1", "7f3a", "ehpc-1", RunState.PARTIAL, List.of(NODE), stopped, 11, AT, DEADLINE);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyEntrySurvivesTheJourneyThereAndBack(Entry entry) {
    assertThat(EventCodec.decode(EventCodec.encode(entry))).isEqualTo(entry);
  }

  @Test
  void theFolderOfAScriptSurvivesTheJourney() {
    Entry entry = new Entry.Scripted(AT, "js", "a.js", "1", "/srv/é", "{}", "{}", "alice", null);

    assertThat(EventCodec.decode(EventCodec.encode(entry))).isEqualTo(entry);
  }

  @Test
  void everyKindOfEntryIsTried() {
    assertThat(entries().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(leaves(Entry.class).toList());
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodecTest::leaves)
        : Stream.of(type);
  }

  @Test
  void largeBodiesAreCompressed() {
    Entry large = new Entry.Called(AT, 1, "nodes()", "[\"node\"]".repeat(10_000));
    Event event = EventCodec.encode(large);

    assertThat(event.body()).hasSizeLessThan(2000);
    assertThat(EventCodec.decode(event)).isEqualTo(large);
  }

  /// The file holds one event per line, as the first version wrote them; it is never changed. A new
  /// format gets a file of its own beside it.
  @Test
  void eventsOfTheFirstFormatAreReadForEver() throws IOException {
    List<Entry> read =
        lines("events-1.txt")
            .map(line -> line.split(" ", 2))
            .map(parts ->
                EventCodec.decode(
                    new Event(0, parts[0], 1, parts[1].getBytes(StandardCharsets.UTF_8))))
            .toList();

    assertThat(read).isEqualTo(entries().stream().flatMap(EventCodecTest::inFirstFormat).toList());
  }

  /// What has been added since was not there, and nobody had begun anything.
  private static Stream<Entry> inFirstFormat(Entry entry) {
    return switch (entry) {
      case Entry.Began(Instant at, Plan plan, var _) -> Stream.of(new Entry.Began(at, plan, ""));
      case Entry.Scripted script when script.runbook() -> Stream.empty();
      case Entry.Scripted it ->
          Stream.of(
              new Entry.Scripted(
                  it.at(),
                  it.language(),
                  it.file(),
                  it.text(),
                  it.folder(),
                  it.parameters(),
                  it.options(),
                  "",
                  null));
      case Entry.Resumed(Instant at, Owner by, String purpose, var _) ->
          Stream.of(
              new Entry.Resumed(
                  at, new Owner(by.host(), by.pid(), by.startedAt(), ""), purpose, null));
      case Entry.Approved _,
          Entry.QueuesSeen _,
          Entry.Edited _,
          Entry.Shown _,
          Entry.BlockBegan _,
          Entry.BlockEnded _ ->
          Stream.empty();
      default -> Stream.of(entry);
    };
  }

  private static Stream<String> lines(String resource) throws IOException {
    try (InputStream in = EventCodecTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  @Test
  void partsThatALaterVersionAddsArePassedOver() {
    byte[] body =
        "{\"at\":\"2026-11-21T12:00:00Z\",\"reason\":\"x\",\"mood\":1}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(EventCodec.decode(new Event(0, "interrupted", 1, body)))
        .isEqualTo(new Entry.Interrupted(Instant.parse("2026-11-21T12:00:00Z"), "x"));
  }

  @Test
  void whatOnlyALaterVersionCanReadIsSaidToBe() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> EventCodec.decode(new Event(0, "dreamt", 1, body)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("newer version");
    assertThatThrownBy(() -> EventCodec.decode(new Event(0, "interrupted", 2, body)))
        .isInstanceOf(UnreadableEventException.class);
  }
}
