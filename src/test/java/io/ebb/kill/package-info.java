/// Kills real processes at every moment that matters, and looks at what becomes of the nodes.
@NullMarked
package io.ebb.kill;

import org.jspecify.annotations.NullMarked;
