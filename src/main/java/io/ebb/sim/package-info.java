/// The simulated EHPC service: a real HTTP server on a loopback port.
///
/// It uses nothing else of Ebb, so that a mistake in the client cannot hide in it.
@NullMarked
package io.ebb.sim;

import org.jspecify.annotations.NullMarked;
