package io.ebb.script;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a method as a word that scripts can say. The one declaration gives access, argument
/// checking, help and documentation; what bears no annotation does not exist for a script.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Word {
  /// The name in JavaScript, in camelCase; Python's is derived from it.
  String value();

  /// One sentence: what it is for and what it gives.
  String doc();

  /// One line of JavaScript that uses it.
  String example();

  /// What it does to the world.
  Effect effect() default Effect.READ;
}
