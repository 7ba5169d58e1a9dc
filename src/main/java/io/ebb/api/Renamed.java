package io.ebb.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Sends one field of the body under another name.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Renamed {

  /// The name on the wire that the record's field would have.
  String from();

  /// The name to send.
  String to();
}
