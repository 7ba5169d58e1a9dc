/// What a half typed line may go on with: commands, variables, words, options, files and live ids.
/// Nothing here evaluates anything, waits for the service, or knows of terminals.
@NullMarked
package io.ebb.repl.completion;

import org.jspecify.annotations.NullMarked;
