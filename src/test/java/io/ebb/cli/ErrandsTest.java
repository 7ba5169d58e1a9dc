package io.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ebb.Ebb;
import io.ebb.World;
import io.ebb.api.CallListener;
import io.ebb.api.Time;
import io.ebb.cluster.NodeSet;
import io.ebb.plan.Limits;
import io.ebb.plan.Plan;
import io.ebb.script.CancelledException;
import io.ebb.settings.Connection;
import io.ebb.settings.Secret;
import io.ebb.sim.Scenario;
import io.ebb.sim.SimOptions;
import io.ebb.sim.Simulator;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Jobs of a session, and who stops them.
@Timeout(60)
final class ErrandsTest {
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
  private final Errands errands = new Errands();

  @AfterEach
  void close() {
    ebb.close();
    simulator.close();
  }

  private Errand errand() {
    Plan plan = ebb.cluster(Shell.CLUSTER).retire(NodeSet.parse("node[5-6]"), ebb.defaults());
    Following nobody = new Following(question -> Optional.empty(), _ -> {});
    return errands.add(number -> new Errand(number, plan, ebb.part(), nobody));
  }

  @Test
  void interruptBetweenTheAnswerAndTheRunKeepsItFromBeginning() {
    errands.begin();
    Errand errand = errand();
    errands.interrupt();
    errand.start(
        new Confirmation(true, false, question -> Optional.empty(), Detail.BRIEF, List.of()));

    Throwable _ = catchThrowable(() -> errands.await(errand));
    assertThat(simulator.changes()).isEmpty();
  }

  @Test
  void interruptOfOneStatementIsNotOneOfTheNext() {
    errands.begin();
    errands.interrupt();
    assertThatThrownBy(errands::goOn).isInstanceOf(CancelledException.class);
    errands.begin();
    errands.goOn();
  }
}
