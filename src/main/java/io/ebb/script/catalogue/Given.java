package io.ebb.script.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a type of ours that scripts can give to a word, in more forms than one.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Given {
  /// Whether nodes are given so; else any value is.
  boolean nodes() default false;
}
