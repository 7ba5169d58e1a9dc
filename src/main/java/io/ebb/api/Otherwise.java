package io.ebb.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an endpoint whose documentation gives two forms. When the service calls the first one
/// malformed (1100, 1101), which it does before acting, the second one is tried once; the one that
/// worked is remembered.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Otherwise {

  /// The method of the same interface and parameter that sends the second form.
  String value();
}
