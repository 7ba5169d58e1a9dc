package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Cancellation;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What holds for a whole dialogue.
///
/// @param options how nodes are retired when a statement does not say otherwise
/// @param whole who asks it to stop asks the statement that is said
/// @param shared what the languages hand to one another; safe for use by many threads
/// @param folder the real path of the folder that statements may read
record Terms(
    Surroundings surroundings,
    RetireOptions options,
    Host host,
    Cancellation whole,
    Bounds bounds,
    Map<String, @Nullable Object> shared,
    Path folder) {}
