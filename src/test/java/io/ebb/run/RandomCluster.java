package io.ebb.run;

import io.ebb.sim.Scenario;
import io.ebb.sim.Serials;
import io.ebb.sim.SimRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Draws clusters: of any size, with one to four queues, nodes in no queue, and jobs that name
/// their hosts or do not.
final class RandomCluster {
  static final String ID = "ehpc-drawn";
  private static final int QUEUES = 4;

  private final Random random;
  private final int queues;
  private final int compute;

  RandomCluster(Random random) {
    this.random = random;
    this.queues = 1 + random.nextInt(QUEUES);
    this.compute = random.nextInt(40) == 0 ? 100 + random.nextInt(40) : 5 + random.nextInt(16);
  }

  Scenario scenario() {
    Scenario.Cluster cluster =
        new Scenario.Cluster(ID, "drawn", Duration.ofDays(100), queues(), nodes(), jobs());
    return new Scenario("usr-test", "jn1a", "KEY", "SECRET", List.of(cluster));
  }

  /// The ids of the queues.
  static String queue(int number) {
    return "ehpcq-q" + number;
  }

  private List<Scenario.Queue> queues() {
    return IntStream.rangeClosed(1, queues)
        .mapToObj(number ->
            new Scenario.Queue(queue(number), "queue " + number, "q" + number, number == 1))
        .toList();
  }

  private List<Scenario.Nodes> nodes() {
    List<Scenario.Nodes> nodes = new ArrayList<>();
    nodes.add(nodes(SimRole.CONTROLLER, 1, 1, null));
    nodes.add(nodes(SimRole.LOGIN, 1, 1 + random.nextInt(3), null));
    int first = 1;
    for (int queue = 1; queue <= queues; queue++) {
      nodes.add(nodes(SimRole.COMPUTE, first, last(queue), "q" + queue));
      first = last(queue) + 1;
    }
    int homeless = random.nextInt(3);
    if (homeless > 0) {
      nodes.add(nodes(SimRole.COMPUTE, first, first + homeless - 1, null));
    }
    return nodes;
  }

  private int last(int queue) {
    return compute * queue / queues;
  }

  private static Scenario.Nodes nodes(SimRole role, int first, int last, @Nullable String queue) {
    Serials serials = new Serials(IntStream.rangeClosed(first, last).boxed().toList());
    return new Scenario.Nodes(
        role, serials, null, null, queue, "healthy", 26, 81_920, Duration.ofDays(30));
  }

  private List<Scenario.Job> jobs() {
    return IntStream.range(0, random.nextInt(6)).mapToObj(this::job).toList();
  }

  private Scenario.Job job(int number) {
    int queue = 1 + random.nextInt(queues);
    int first = last(queue - 1) + 1;
    String host = "node" + (first + random.nextInt(last(queue) - first + 1));
    List<String> hosts = random.nextInt(5) == 0 ? List.of() : List.of(host);
    Scenario.Job job =
        random.nextBoolean()
            ? Scenario.Job.running("job" + number, "q" + queue, hosts)
            : Scenario.Job.starting("job" + number, "q" + queue, hosts, minutes(20));
    return random.nextInt(6) == 0 ? job : job.endingIn(minutes(40));
  }

  private Duration minutes(int most) {
    return Duration.ofSeconds(1 + random.nextInt(most * 60));
  }
}
