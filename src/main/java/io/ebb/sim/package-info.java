/// The simulated EHPC service: a real HTTP server on a loopback port.
///
/// It uses nothing else of Ebb, so that a mistake in the client cannot hide in it. Start at
/// [Simulator][io.ebb.sim.Simulator]. It has four parts:
///
/// - the state, which never sees HTTP: `World` and what it holds (`Sim…`); what operations do to it
///   (`…Work`, each a sentence in the words of `Work`); `Scheduler`; `Genesis` and `Births`;
/// - the wire (`…Wire`, `Params`, `Listing`), which never decides;
/// - the routes (`…Endpoints`, `Service`): one `Endpoint` for each line of the index;
/// - the transport (`Transport`, `Admission`).
@NullMarked
package io.ebb.sim;

import org.jspecify.annotations.NullMarked;
