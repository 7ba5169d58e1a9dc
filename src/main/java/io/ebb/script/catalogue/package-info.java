/// What scripts can say, as data: kinds of objects with their facts and words, read once from
/// annotations. From it come access, argument checking, help, editor support and the manual.
@NullMarked
package io.ebb.script.catalogue;

import org.jspecify.annotations.NullMarked;
