package io.ebb.script.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a parameter that is given by position and must be given.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Arg {
  /// The name in JavaScript, in camelCase.
  String value();

  /// One sentence.
  String doc();

  /// The only texts allowed; none when any is.
  String[] choices() default {};
}
