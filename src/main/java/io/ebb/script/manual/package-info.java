/// What the catalogue of words says, written for people, editors and programs: the manual in the
/// terminal and as Markdown, data, and the declarations that editors check scripts against.
@NullMarked
package io.ebb.script.manual;

import org.jspecify.annotations.NullMarked;
