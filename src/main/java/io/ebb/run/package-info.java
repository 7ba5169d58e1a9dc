/// Making a plan happen once: the runner, the journal it writes to, the watcher of operations.
@NullMarked
package io.ebb.run;

import org.jspecify.annotations.NullMarked;
