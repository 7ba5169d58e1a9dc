package io.ebb.script.manual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Text written by hand, with places for what comes from the catalogue.
///
/// @param text what it says so far
record Template(String text) {

  /// One of the files beside this class.
  static Template named(String file) {
    try (InputStream in = Template.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + file + " is missing from the jar");
      }
      return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the resource " + file + " cannot be read", e);
    }
  }

  /// The text with its place `%NAME%` filled.
  Template with(String name, String filling) {
    return new Template(text.replace("%" + name + "%", filling));
  }

  /// What has come of it, without blanks at the ends of lines.
  String filled() {
    return text.replaceAll("(?m) +$", "");
  }
}
