package io.ebb.script;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;

/// A place in a script or in a file that it imports.
///
/// @param file as people know it
/// @param text of the file
/// @param line from 1; 0 when unknown
/// @param column from 1; 0 when unknown
record Place(String file, String text, int line, int column) {

  /// Somewhere in the script.
  static Place in(Script script) {
    return new Place(script.file(), script.text(), 0, 0);
  }

  /// Where the section begins.
  ///
  /// @param file as people know it
  static Place of(SourceSection section, String file) {
    return new Place(
        file,
        section.getSource().getCharacters().toString(),
        section.getStartLine(),
        section.getStartColumn());
  }

  /// The file of the section, as the engine knows it.
  static String path(SourceSection section) {
    Source source = section.getSource();
    return source.getPath() == null ? source.getName() : source.getPath();
  }

  /// Whether a file of the engine's is one that people know: the script, or one beside it.
  static boolean isKnown(Script script, String path) {
    return path.equals(script.file()) || Path.of(path).startsWith(Shelf.ROOT);
  }

  /// A file of the engine's as people know it: by a path beginning as that of the script.
  static String known(Script script, String path) {
    return path.equals(script.file()) || path.equals(Shelf.path(script.name()).toString())
        ? script.file()
        : Path.of(script.file()).resolveSibling(Shelf.ROOT.relativize(Path.of(path))).toString();
  }

  /// The place in this line; where the line begins, when the column is unknown.
  Place at(int number, int known) {
    String there = lineOf(number);
    boolean indented = known == 0 && !there.isBlank();
    return new Place(
        file, text, number, indented ? there.length() - there.stripLeading().length() + 1 : known);
  }

  /// The place of this name in the line, if it is there.
  Place of(String name) {
    Matcher found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(excerpt());
    return !name.isEmpty() && found.find() ? new Place(file, text, line, found.start() + 1) : this;
  }

  /// The place of the first line that has this in it.
  Place at(String part) {
    long before = text.lines().takeWhile(line -> !line.contains(part)).count();
    int number = (int) before + 1;
    String there = lineOf(number);
    return there.isEmpty() ? this : new Place(file, text, number, there.indexOf(part) + 1);
  }

  /// The line itself; empty when unknown.
  String excerpt() {
    return lineOf(line);
  }

  private String lineOf(int number) {
    return number == 0 ? "" : text.lines().skip(number - 1L).findFirst().orElse("");
  }
}
