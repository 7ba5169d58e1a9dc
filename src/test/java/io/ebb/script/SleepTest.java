package io.ebb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.Ebb;
import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.api.Time;
import io.ebb.plan.Limits;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Scripts that sleep: without a thread of the machine's each, and only until they are told to
/// stop.
@Timeout(120)
final class SleepTest {
  /// Counts who sleeps, and lets everybody sleep until it is opened.
  private static final class Dormitory implements Time {
    private static final Instant EVENING = Instant.parse("2026-11-21T22:00:00Z");

    final CountDownLatch asleep;
    final CountDownLatch morning = new CountDownLatch(1);

    Dormitory(int beds) {
      asleep = new CountDownLatch(beds);
    }

    @Override
    public Instant instant() {
      return morning.getCount() == 0 ? EVENING.plus(Duration.ofHours(8)) : EVENING;
    }

    @Override
    public void sleep(Duration span) throws InterruptedException {
      asleep.countDown();
      morning.await();
    }
  }

  private static Ebb ebb(Time time) {
    Connection nowhere =
        new Connection(URI.create("http://127.0.0.1:1"), "jn1a", "key", new Secret("secret"), null);
    World world = new World(time, InstantSource.system());
    return Ebb.connect(nowhere, Limits.defaults(), world, CallListener.none());
  }

  private static void sleep(Ebb ebb, ScriptEngine engine, Language language, RecordingHost host) {
    String text = "sleep(3600)\nsleep(\"1h\")\nlog(\"awake\")";
    ebb.run(engine, Script.of("test", language, text), Map.of(), host);
  }

  @ParameterizedTest
  @EnumSource
  void sleepingScriptsOnVirtualThreadsPinNoCarrier(Language language) throws Exception {
    int scripts = 2 * Runtime.getRuntime().availableProcessors() + 1;
    Dormitory dormitory = new Dormitory(scripts);
    List<RecordingHost> hosts = new ArrayList<>();
    List<ScriptEngine> engines = new ArrayList<>();
    try (Ebb ebb = ebb(dormitory);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < scripts; i++) {
        ScriptEngine engine = new ScriptEngine(language);
        engines.add(engine);
        RecordingHost host = new RecordingHost((_, _) -> null);
        hosts.add(host);
        running.add(pool.submit(() -> sleep(ebb, engine, language, host)));
      }

      boolean all = dormitory.asleep.await(90, TimeUnit.SECONDS);
      dormitory.morning.countDown();

      assertThat(all).as("all %d sleep at once", scripts).isTrue();
      for (Future<?> each : running) {
        each.get();
      }
    }
    engines.forEach(ScriptEngine::close);
    assertThat(hosts)
        .hasSize(scripts)
        .allSatisfy(host -> assertThat(host.logged).containsExactly("awake"));
  }

  @ParameterizedTest
  @EnumSource
  void wishToStopEndsASleepAtOnce(Language language) throws Exception {
    Dormitory dormitory = new Dormitory(1);
    RecordingHost host = new RecordingHost((_, _) -> null);
    try (Ebb ebb = ebb(dormitory);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> running = pool.submit(() -> sleep(ebb, Stage.engine(language), language, host));
      assertThat(dormitory.asleep.await(60, TimeUnit.SECONDS)).isTrue();

      ebb.cancel();

      assertThatThrownBy(() -> running.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(CancelledException.class);
      assertThat(host.logged).isEmpty();
      assertThat(host.waits).containsExactly(Dormitory.EVENING.plus(Duration.ofHours(1)));
    }
  }

  @Test
  void nothingIsWaitedForInNoTime() {
    RecordingHost host = new RecordingHost((_, _) -> null);
    try (Ebb ebb = ebb(new Dormitory(1))) {
      Script script = Script.of("test.js", Language.JAVASCRIPT, "sleep(0); log('awake')");

      ebb.run(Stage.engine(Language.JAVASCRIPT), script, Map.of(), host);
    }
    assertThat(host.logged).containsExactly("awake");
    assertThat(host.waits).isEmpty();
  }
}
