package io.ebb.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an endpoint that changes something, and so is never called again blindly.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Write {

  /// What it does in words that follow "cannot": `delete nodes`.
  String value();
}
