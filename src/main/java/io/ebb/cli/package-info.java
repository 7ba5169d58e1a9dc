/// The command line: commands, output formats, exit codes.
@NullMarked
package io.ebb.cli;

import org.jspecify.annotations.NullMarked;
