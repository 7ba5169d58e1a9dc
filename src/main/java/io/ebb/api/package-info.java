/// The EHPC HTTP API: Feign interfaces, wire records, signing, the check of replies, typed errors.
///
/// Every quirk of the API is absorbed in this package and nowhere else. Start at
/// [EhpcApi][io.ebb.api.EhpcApi]. It has five parts:
///
/// - the areas (`…Api`), one interface each with its requests; their replies are in
///   [io.ebb.api.wire];
/// - a call and its attempts (`Caller`, `Call`, `Pace`), sent by `SigningClient` and `Signer`;
/// - the bodies (`BodyWriter`, `PythonJson`, `ReplyReader`, `Json`, `Lenient…`);
/// - what a failure means (`Meaning`, the one table of codes; `Failures`, `Hints`) and the
///   exceptions, one for each way to go on;
/// - the call budget (`Quota`, `CallBudget`, `CallLedger`).
@NullMarked
package io.ebb.api;

import org.jspecify.annotations.NullMarked;
