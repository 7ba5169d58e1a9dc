/// What should happen: plans, their steps, guards and limits. Pure: data in, data out, no I/O.
@NullMarked
package io.ebb.plan;

import org.jspecify.annotations.NullMarked;
