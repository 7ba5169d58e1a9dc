package io.ebb.sim;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a simulated world holds when it starts. The keys of the file are the names of the
/// components here with hyphens; `default.yaml` explains them by example.
///
/// @param owner the account, `usr-…`
/// @param zone the zone, for example `jn1a`
/// @param accessKey the id of the one key that may sign
/// @param secretKey the secret that belongs to it; never shown
/// @param software what is installed or can be
/// @param clusters the clusters
public record Scenario(
    String owner,
    String zone,
    String accessKey,
    String secretKey,
    List<Software> software,
    List<Cluster> clusters) {

  /// Fills in the account and the published demonstration key.
  public Scenario {
    owner = Objects.requireNonNullElse(owner, "usr-ebbsim01");
    zone = Objects.requireNonNullElse(zone, "jn1a");
    accessKey = Objects.requireNonNullElse(accessKey, "QYACCESSKEYIDEXAMPLE");
    secretKey = Objects.requireNonNullElse(secretKey, "SECRETACCESSKEY");
    software = Objects.requireNonNullElse(software, List.of());
    clusters = given(clusters, "clusters");
    if (clusters.stream().map(Cluster::id).distinct().count() < clusters.size()) {
      throw new IllegalArgumentException("two clusters have the same id");
    }
  }

  /// A world without software.
  public Scenario(
      String owner, String zone, String accessKey, String secretKey, List<Cluster> clusters) {
    this(owner, zone, accessKey, secretKey, List.of(), clusters);
  }

  /// The world that is played when none is asked for: one cluster with 32 compute nodes in two
  /// queues, a third of them busy.
  public static Scenario standard() {
    return ScenarioFile.standard();
  }

  /// Reads a scenario from a YAML file.
  ///
  /// @throws ScenarioException when it cannot be read, has an unknown key or contradicts itself
  public static Scenario load(Path file) {
    return ScenarioFile.load(file);
  }

  @Override
  public String toString() {
    return "Scenario[owner=" + owner + ", zone=" + zone + ", clusters=" + clusters + "]";
  }

  /// A cluster.
  ///
  /// @param id the id, `ehpc-…` or `hpc-…`
  /// @param type dedicated, which is the default, or shared
  /// @param name the display name
  /// @param status where it stands; active by default
  /// @param age how long it has existed
  /// @param mostNodes how many nodes there is room for; 0 for any number
  /// @param queues its queues; those of a shared one are rented, and two more belong to everybody
  /// @param nodes its nodes, in groups of equal ones
  /// @param jobs the jobs in it
  /// @param users its accounts; one administrator when left out
  public record Cluster(
      String id,
      ClusterType type,
      String name,
      ClusterStatus status,
      Duration age,
      int mostNodes,
      List<Queue> queues,
      List<Nodes> nodes,
      List<Job> jobs,
      List<User> users) {

    /// Checks that queues and hosts that are named exist.
    public Cluster {
      id = given(id, "id");
      type = Objects.requireNonNullElse(type, ClusterType.EHPC);
      name = Objects.requireNonNullElse(name, id);
      status = Objects.requireNonNullElse(status, ClusterStatus.ACTIVE);
      age = Objects.requireNonNullElse(age, Duration.ofDays(365));
      mostNodes = mostNodes == 0 ? Integer.MAX_VALUE : mostNodes;
      queues = Objects.requireNonNullElse(queues, List.of());
      nodes = given(nodes, "nodes");
      jobs = Objects.requireNonNullElse(jobs, List.of());
      users = Objects.requireNonNullElse(users, List.of(new User("admin", SimUser.ADMIN)));
      ScenarioCheck.check(type, queues, nodes, jobs, users);
    }

    /// An active dedicated cluster of any size with one administrator.
    public Cluster(
        String id,
        String name,
        Duration age,
        List<Queue> queues,
        List<Nodes> nodes,
        List<Job> jobs) {
      this(
          id,
          ClusterType.EHPC,
          name,
          ClusterStatus.ACTIVE,
          age,
          0,
          queues,
          nodes,
          jobs,
          List.of(new User("admin", SimUser.ADMIN)));
    }
  }

  /// An account of a cluster.
  ///
  /// @param name its name
  /// @param role `admin` or `member`, which is the default
  public record User(String name, String role) {

    /// Fills in the role.
    public User {
      name = given(name, "name");
      role = Objects.requireNonNullElse(role, "member");
    }
  }

  /// A program that is installed or can be.
  ///
  /// @param name its name
  /// @param version its version
  /// @param category the field it is used in
  /// @param platform where: 1 shared clusters, 2 dedicated ones, 3 both, which is the default
  /// @param onDemand whether it is installed only when asked for
  public record Software(
      String name, String version, String category, int platform, boolean onDemand) {

    /// Fills in the defaults.
    public Software {
      name = given(name, "name");
      version = Objects.requireNonNullElse(version, "1.0");
      category = Objects.requireNonNullElse(category, "");
      platform = platform == 0 ? 3 : platform;
    }
  }

  /// A queue.
  ///
  /// @param id the id, `ehpcq-…` or `hpcq-…`; made up when null
  /// @param name the display name
  /// @param partition the Slurm partition
  /// @param isDefault whether new compute nodes join it; key `default`
  public record Queue(
      @Nullable String id,
      String name,
      String partition,
      @JsonProperty("default") boolean isDefault) {

    /// Fills in the display name.
    public Queue {
      partition = given(partition, "partition");
      name = Objects.requireNonNullElse(name, partition);
    }
  }

  /// A group of equal nodes.
  ///
  /// @param role what they do; `login`, `controller` or `compute`, which is the default
  /// @param serials their serials within the role: `3`, `1-24`, `1-3,7`
  /// @param id the id, `cln-…`; made up when null. Only for a group of one
  /// @param name the display name; role and serial when null. Only for a group of one
  /// @param queue the partition of the queue they are in; null for none
  /// @param health `healthy` (default) or `unhealthy`
  /// @param cpu cores, 26 by default
  /// @param memory memory in MiB, 81920 by default
  /// @param age how long they have existed
  public record Nodes(
      SimRole role,
      Serials serials,
      @Nullable String id,
      @Nullable String name,
      @Nullable String queue,
      String health,
      int cpu,
      int memory,
      Duration age) {

    /// Fills in the defaults.
    public Nodes {
      role = Objects.requireNonNullElse(role, SimRole.COMPUTE);
      serials = given(serials, "serials");
      health = Objects.requireNonNullElse(health, "healthy");
      cpu = cpu == 0 ? 26 : cpu;
      memory = memory == 0 ? 81_920 : memory;
      age = Objects.requireNonNullElse(age, Duration.ofDays(30));
      if ((id != null || name != null) && serials.numbers().size() > 1) {
        throw new IllegalArgumentException("id and name are for a group of one node");
      }
    }
  }

  /// A scheduler job: running when the world starts, unless `startsIn` says later or it is `held`.
  ///
  /// @param name its name
  /// @param queue the partition of its queue
  /// @param hosts the hosts it runs on or will run on; empty when the service does not name them
  /// @param user who runs it
  /// @param age how long ago it was submitted; a running one started then
  /// @param startsIn when it starts, from the start of the world, if all its hosts are in its queue
  ///   then, or else as soon as they are; null when it runs already
  /// @param endsIn when it ends: from the start of the world, or for one that has yet to start,
  ///   from its start; null for never
  /// @param held whether it is pending and never starts
  /// @param limit how long it may run, after which it is ended; null for ever
  public record Job(
      String name,
      String queue,
      List<String> hosts,
      String user,
      Duration age,
      @Nullable Duration startsIn,
      @Nullable Duration endsIn,
      boolean held,
      @Nullable Duration limit) {

    /// Fills in the defaults.
    public Job {
      name = given(name, "name");
      queue = given(queue, "queue");
      hosts = List.copyOf(Objects.requireNonNullElse(hosts, List.of()));
      user = Objects.requireNonNullElse(user, "demo");
      age = Objects.requireNonNullElse(age, Duration.ofHours(1));
    }

    /// A job that runs on these hosts and never ends.
    public static Job running(String name, String queue, List<String> hosts) {
      return new Job(name, queue, hosts, "demo", Duration.ofHours(1), null, null, false, null);
    }

    /// A job that waits, and starts on these hosts.
    public static Job starting(String name, String queue, List<String> hosts, Duration in) {
      return new Job(name, queue, hosts, "demo", Duration.ofMinutes(1), in, null, false, null);
    }

    /// This job, ending so long after the start of the world, or after its own start if that is
    /// still to come.
    public Job endingIn(Duration span) {
      return new Job(name, queue, hosts, user, age, startsIn, span, held, limit);
    }
  }

  private static <T> T given(@Nullable T value, String key) {
    if (value == null) {
      throw new IllegalArgumentException("key [" + key + "] is missing");
    }
    return value;
  }
}
