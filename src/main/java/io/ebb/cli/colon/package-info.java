/// The commands of a session, whose names begin with a colon.
@NullMarked
package io.ebb.cli.colon;

import org.jspecify.annotations.NullMarked;
