/// Runbooks as data: Markdown whose fenced blocks are carried out in order.
@NullMarked
package io.ebb.script.runbook;

import org.jspecify.annotations.NullMarked;
