package io.ebb.script.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares an option: a key of the last argument in JavaScript, a keyword in Python. Its Java
/// parameter is null when it was not given.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Opt {
  /// The name in JavaScript, in camelCase.
  String value();

  /// One sentence.
  String doc();

  /// What holds when it is not given, as one writes it, for example `"1h"` or `as in the settings`;
  /// empty when its sentence says all.
  String otherwise() default "";

  /// The only texts allowed; none when any is.
  String[] choices() default {};
}
