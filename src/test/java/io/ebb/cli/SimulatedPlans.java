package io.ebb.cli;

import io.ebb.Ebb;
import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.api.Time;
import io.ebb.cluster.NodeSet;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.InstantSource;

/// Plans for the cluster of the standard scenario.
final class SimulatedPlans implements AutoCloseable {
  private final Simulator simulator = Simulator.start(Scenario.standard(), SimOptions.defaults());
  private final Ebb ebb =
      Ebb.connect(
          new Connection(
              simulator.endpoint(),
              simulator.zone(),
              simulator.accessKey(),
              new Secret(simulator.secretKey()),
              null),
          Limits.defaults(),
          new World(Time.system(), InstantSource.system()),
          CallListener.none());

  Plan retire(String nodes) {
    return ebb.cluster(Shell.CLUSTER).retire(NodeSet.parse(nodes), ebb.defaults());
  }

  @Override
  public void close() {
    ebb.close();
    simulator.close();
  }
}
