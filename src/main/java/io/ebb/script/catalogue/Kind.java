package io.ebb.script.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a class as a kind of object that scripts meet: its name and what it stands for.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
  /// The name, for example `cluster`.
  String value();

  /// One sentence.
  String doc();
}
