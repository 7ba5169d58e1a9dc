package io.ebb.plan;

import java.time.Duration;
import java.time.Instant;

/// What carrying out a plan will probably take.
///
/// @param calls how many API calls when no job has to be waited for and nothing goes wrong; a batch
///   that waits for jobs adds one call per look, and a plan that is carried out in the moment it
///   was made saves the first look: 3 calls while each list is one page
/// @param earliest the end when no job has to be waited for
/// @param latest the end when each batch waits for jobs as long as it may
public record Forecast(int calls, Instant earliest, Instant latest) {

  /// About how many API calls it takes to plan the retirement of one node and to carry that out at
  /// once, when nothing goes wrong.
  ///
  /// @param nodes how many nodes the cluster has
  /// @param queues how many queues
  /// @param jobs how many jobs run
  public static int callsForOneNode(int nodes, int queues, int jobs) {
    return Forecaster.callsForOneNode(nodes, queues, jobs);
  }

  /// How many of the calls fall into the first hour when the plan is begun at `begun`, spread
  /// evenly over the shortest time that it can take.
  public int callsInFirstHour(Instant begun) {
    long seconds = Duration.between(begun, earliest).toSeconds();
    long hour = Duration.ofHours(1).toSeconds();
    return seconds <= hour ? calls : Math.toIntExact(Math.ceilDiv(calls * hour, seconds));
  }
}
