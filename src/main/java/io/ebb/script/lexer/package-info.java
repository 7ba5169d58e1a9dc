/// The tokens of both languages, as far as a prompt needs them: where texts, comments and brackets
/// begin and end, also in what is only half typed.
@NullMarked
package io.ebb.script.lexer;

import org.jspecify.annotations.NullMarked;
