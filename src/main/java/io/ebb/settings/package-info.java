/// Where endpoint, keys and limits come from, and from which source each came.
@NullMarked
package io.ebb.settings;

import org.jspecify.annotations.NullMarked;
