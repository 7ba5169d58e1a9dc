package io.ebb.script;

import io.ebb.cluster.Ehpc;
import io.ebb.plan.Plan;
import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import io.ebb.run.Run;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/// What the words of one script work with.
///
/// @param ehpc the service
/// @param parameters the parameters of the script, checked, by the names of its head
/// @param defaults how nodes are retired when the script does not say otherwise; its limits hold
///     whatever the script says
/// @param apply carries out a plan, after asking those who must be asked
/// @param host where things are shown
/// @param clock the time
/// @param cancellation whether the script is to stop
public record Session(
    Ehpc ehpc,
    Map<String, Object> parameters,
    RetireOptions defaults,
    Function<Plan, Run> apply,
    Host host,
    InstantSource clock,
    Cancellation cancellation) {}
