package io.ebb.script;

import io.ebb.script.catalogue.Names;
import java.util.Arrays;
import java.util.Optional;

/// A language that scripts are written in.
public enum Language {
  /// JavaScript, by GraalJS.
  JAVASCRIPT("js", ".js", "//"),
  /// Python 3, by GraalPy.
  PYTHON("python", ".py", "#");

  private final String id;
  private final String extension;
  private final String comment;

  Language(String id, String extension, String comment) {
    this.id = id;
    this.extension = extension;
    this.comment = comment;
  }

  /// The language's name on the command line and in the engine: `js`, `python`.
  public String id() {
    return id;
  }

  /// What begins a comment that goes to the end of the line.
  public String comment() {
    return comment;
  }

  /// What the name of a file in it ends with: `.js`, `.py`.
  public String extension() {
    return extension;
  }

  /// The language's name for people.
  String label() {
    return switch (this) {
      case JAVASCRIPT -> "JavaScript";
      case PYTHON -> "Python";
    };
  }

  /// How this language spells a name that the catalogue gives in camelCase.
  public String spell(String camel) {
    return this == PYTHON ? Names.snake(camel) : camel;
  }

  /// The language with this [#id] or file extension, if there is one.
  public static Optional<Language> named(String id) {
    return Arrays.stream(values())
        .filter(each -> each.id.equals(id) || each.extension.equals("." + id))
        .findFirst();
  }

  /// The language of a file by its extension, if there is one.
  public static Optional<Language> ofFile(String file) {
    return Arrays.stream(values())
        .filter(language -> file.endsWith(language.extension))
        .findFirst();
  }
}
