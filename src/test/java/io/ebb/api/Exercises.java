package io.ebb.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a test that calls an endpoint. It fails unless the call was really made, over a socket,
/// and answered with `ret_code` 0 in a form that could be read.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(Exercise.class)
@interface Exercises {

  /// Method and path as in the endpoint index: `POST /cluster/addNodes`.
  String value();
}
