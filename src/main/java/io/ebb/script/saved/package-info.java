/// What a session becomes when it is saved: a script or a runbook, of the statements that
/// succeeded. Pure: text in, text out.
@NullMarked
package io.ebb.script.saved;

import org.jspecify.annotations.NullMarked;
