/// The face of the library. Start at [Ebb][io.ebb.Ebb].
@NullMarked
package io.ebb;

import org.jspecify.annotations.NullMarked;
