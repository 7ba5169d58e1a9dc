/// What people read in a terminal: tables, colours, durations, progress lines.
@NullMarked
package io.ebb.text;

import org.jspecify.annotations.NullMarked;
