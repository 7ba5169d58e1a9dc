/// What reports are written as.
@NullMarked
package io.ebb.report.form;

import org.jspecify.annotations.NullMarked;
