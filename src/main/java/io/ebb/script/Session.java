package io.ebb.script;

import io.ebb.cluster.Ehpc;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import java.time.InstantSource;
import java.util.Map;

/// What the words of one script work with.
///
/// @param ehpc the service
/// @param parameters the parameters of the script, checked, by name in camelCase
/// @param defaults how nodes are retired when the script does not say otherwise; its limits hold
///   whatever the script says
/// @param host who sees what it shows, and carries out what it decides
/// @param clock the time
/// @param cancellation whether the script is to stop
public record Session(
    Ehpc ehpc,
    Map<String, Object> parameters,
    RetireOptions defaults,
    Host host,
    InstantSource clock,
    Cancellation cancellation) {}
