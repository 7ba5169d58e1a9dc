package io.ebb.script.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a method without parameters as a property that scripts can read. A fact does not change
/// while its object lives; reading it makes no call, or one the first time if its sentence says so.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Fact {
  /// The name in JavaScript, in camelCase; Python's is derived from it.
  String value();

  /// One sentence, with the unit where there is one.
  String doc();

  /// The only texts that it can be; none when any is.
  String[] choices() default {};
}
