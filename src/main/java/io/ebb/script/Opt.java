package io.ebb.script;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares an option: a key of the last argument in JavaScript, a keyword in Python. Its Java
/// parameter is null when it was not given.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface Opt {
  /// The name in JavaScript, in camelCase.
  String value();

  /// One sentence, which says what holds when it is not given.
  String doc();
}
