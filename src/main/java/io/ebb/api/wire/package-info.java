/// What the EHPC API sends and takes, as records that mirror the wire.
///
/// Replies are read leniently: unknown fields are ignored, unknown values kept as they are, and
/// each field is found under every name that the documentation has for it. What is only shown, and
/// is no object where one should be, is taken for none; a null in place of an item of a list is
/// not.
@NullMarked
package io.ebb.api.wire;

import org.jspecify.annotations.NullMarked;
