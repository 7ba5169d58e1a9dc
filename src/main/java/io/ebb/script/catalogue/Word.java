package io.ebb.script.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a method as a word that scripts can say. The one declaration gives access, argument
/// checking, help, editor support and the manual; what bears no annotation does not exist for a
/// script.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Word {
  /// The name in JavaScript, in camelCase; Python's is derived from it.
  String value();

  /// What it is for and what it gives, in a sentence or two.
  String doc();

  /// A line of JavaScript that uses it, and runs as it stands: `cluster`, `queue`, `nodes`, `node`,
  /// `plan`, `operation` and `run` are there.
  String example();

  /// The same line in Python, where it is another one; empty where both languages say it alike.
  String python() default "";

  /// What it does to the world.
  Effect effect();
}
