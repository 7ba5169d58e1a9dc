package io.ebb.bench;

import io.ebb.sim.Simulator;
import java.net.URI;

/// Where a service is, and who asks it.
record Service(URI endpoint, String accessKey, String secretKey, String zone) {

  static Service of(Simulator simulator) {
    return new Service(
        simulator.endpoint(), simulator.accessKey(), simulator.secretKey(), simulator.zone());
  }

  /// As the same caller, somewhere else.
  Service at(URI other) {
    return new Service(other, accessKey, secretKey, zone);
  }
}
