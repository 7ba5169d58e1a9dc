/// The terminal side of a session: reads statements with all that makes typing easy, and shows what
/// comes of them. What they mean is up to the [Conversation].
@NullMarked
package io.ebb.repl;

import org.jspecify.annotations.NullMarked;
