/// Scripts: the catalogue of words, the one door they enter by, the two languages, parameters.
@NullMarked
package io.ebb.script;

import org.jspecify.annotations.NullMarked;
