package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the words of one script work with.
///
/// @param outside the world, by way of the script's record
/// @param parameters the parameters of the script, checked, by name in camelCase
/// @param defaults how nodes are retired when the script does not say otherwise; its limits hold
///   whatever the script says
/// @param host who sees what it shows
/// @param shared what its languages hand to one another, by name
/// @param cancellation whether the script is to stop
record Session(
    Outside outside,
    Map<String, Object> parameters,
    RetireOptions defaults,
    Host host,
    Map<String, @Nullable Object> shared,
    Cancellation cancellation) {}
