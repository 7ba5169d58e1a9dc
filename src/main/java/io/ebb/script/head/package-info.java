/// What a script says of itself before it runs: title, parameters, limits; and the checking of what
/// is given against it.
@NullMarked
package io.ebb.script.head;

import org.jspecify.annotations.NullMarked;
