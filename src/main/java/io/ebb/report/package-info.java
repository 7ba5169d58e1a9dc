/// A run, finished or not, as a document for people and programs.
@NullMarked
package io.ebb.report;

import org.jspecify.annotations.NullMarked;
