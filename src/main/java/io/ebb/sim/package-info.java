/// The simulated EHPC service: a real HTTP server on a loopback port.
///
/// It uses nothing else of Ebb, so that a mistake in the client cannot hide in it. Start at
/// [Simulator][io.ebb.sim.Simulator]. It has four parts: the state (`World` and what it holds; the
/// `Work` that operations do), which never sees HTTP; the wire (`…Wire`, `Params`, `Listing`),
/// which never decides; the routes (`…Endpoints`, `Service`); and the transport (`Transport`,
/// `Admission`).
@NullMarked
package io.ebb.sim;

import org.jspecify.annotations.NullMarked;
