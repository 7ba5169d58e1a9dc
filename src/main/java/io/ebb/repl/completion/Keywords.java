package io.ebb.repl.completion;

import io.ebb.script.Language;
import java.util.List;

/// What the languages say themselves.
final class Keywords {
  private static final List<String> JAVASCRIPT =
      List.of(
          "const",
          "let",
          "if",
          "else",
          "for",
          "of",
          "while",
          "function",
          "return",
          "try",
          "catch",
          "finally",
          "throw",
          "true",
          "false",
          "null",
          "undefined",
          "new",
          "typeof",
          "instanceof",
          "in",
          "break",
          "continue",
          "switch",
          "case",
          "default",
          "class",
          "extends",
          "this",
          "var",
          "do",
          "delete",
          "void",
          "import",
          "export",
          "async",
          "await",
          "yield",
          "static",
          "super");
  private static final List<String> PYTHON =
      List.of(
          "for",
          "in",
          "if",
          "elif",
          "else",
          "while",
          "def",
          "return",
          "try",
          "except",
          "finally",
          "raise",
          "with",
          "as",
          "True",
          "False",
          "None",
          "and",
          "or",
          "not",
          "is",
          "lambda",
          "import",
          "from",
          "class",
          "pass",
          "break",
          "continue",
          "del",
          "assert",
          "global",
          "nonlocal",
          "yield",
          "async",
          "await");
  private static final List<String> OWN_JAVASCRIPT =
      List.of("Array", "Date", "JSON", "Map", "Math", "Number", "Object", "Set", "String");
  private static final List<String> OWN_PYTHON =
      List.of(
          "all",
          "any",
          "dict",
          "enumerate",
          "filter",
          "float",
          "int",
          "isinstance",
          "len",
          "list",
          "map",
          "max",
          "min",
          "print",
          "range",
          "reversed",
          "set",
          "sorted",
          "str",
          "sum",
          "tuple",
          "zip");
  private static final List<String> BETWEEN_JAVASCRIPT = List.of("of", "in", "instanceof");
  private static final List<String> BETWEEN_PYTHON =
      List.of("if", "else", "for", "in", "and", "or", "not", "is", "as", "import");
  private static final List<String> NAMING_JAVASCRIPT =
      List.of("const", "let", "var", "function", "class");
  private static final List<String> NAMING_PYTHON = List.of("def", "class", "as", "lambda", "for");

  private Keywords() {}

  /// The keywords, most used first.
  static List<String> of(Language language) {
    return language == Language.PYTHON ? PYTHON : JAVASCRIPT;
  }

  /// Names that are there in every script of the language.
  static List<String> own(Language language) {
    return language == Language.PYTHON ? OWN_PYTHON : OWN_JAVASCRIPT;
  }

  /// What can stand behind a value.
  static List<String> between(Language language) {
    return language == Language.PYTHON ? BETWEEN_PYTHON : BETWEEN_JAVASCRIPT;
  }

  /// Behind these, somebody makes up a name.
  static List<String> naming(Language language) {
    return language == Language.PYTHON ? NAMING_PYTHON : NAMING_JAVASCRIPT;
  }
}
