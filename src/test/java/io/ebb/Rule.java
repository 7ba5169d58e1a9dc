package io.ebb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a test that proves a removal rule. The rules are numbered as in the design; each of them
/// has such a test, which [RuleIndexTest] sees to.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rule {
  /// The number of the rule, from 1.
  int value();
}
