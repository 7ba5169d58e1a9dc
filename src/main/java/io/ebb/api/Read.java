package io.ebb.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an endpoint that changes nothing, whatever its HTTP method, and so may be called again.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Read {

  /// What it does in words that follow "cannot": `list nodes`.
  String value();
}
