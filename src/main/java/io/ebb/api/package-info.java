/// The EHPC HTTP API: Feign interfaces, wire records, signing, the check of replies, typed errors.
///
/// Every quirk of the API is absorbed in this package and nowhere else. Start at
/// [EhpcApi][io.ebb.api.EhpcApi].
@NullMarked
package io.ebb.api;

import org.jspecify.annotations.NullMarked;
