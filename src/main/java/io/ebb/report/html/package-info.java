/// A report as one HTML page that needs nothing else.
@NullMarked
package io.ebb.report.html;

import org.jspecify.annotations.NullMarked;
