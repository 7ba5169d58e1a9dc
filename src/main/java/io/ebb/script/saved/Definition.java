package io.ebb.script.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A place at which names get a meaning, at the top level of a text.
///
/// @param sort how
/// @param start the number of its first token
/// @param names all of them; some more where that cannot be told without a parser
/// @param alone whether it is one plain name that gets its value here, and nothing else
record Definition(Sort sort, int start, List<String> names, boolean alone) {
  /// How a name is defined.
  enum Sort {
    /// By `const`, `let` or `var`.
    DECLARED,
    /// By `function` or `def`.
    FUNCTION,
    /// By `class`.
    CLASS,
    /// By a value.
    ASSIGNED
  }

  private static final Set<String> DECLARING = Set.of("const", "let", "var");

  Definition {
    names = List.copyOf(names);
  }

  boolean defines(String name) {
    return names.contains(name);
  }

  /// The number of the first token of the value of one that is [#alone].
  int value() {
    return start + (sort == Sort.DECLARED ? 3 : 2);
  }

  /// Those that a text makes.
  static List<Definition> of(Code code, List<Integer> starts) {
    List<Definition> found = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : code.size();
      Definition definition = in(code, starts.get(i), end);
      if (!definition.names().isEmpty()) {
        found.add(definition);
      }
    }
    return found;
  }

  private static Definition in(Code code, int start, int end) {
    if (code.isOneOf(start, DECLARING)) {
      return declared(code, start, end);
    }
    int keyword = code.is(start, "async") ? start + 1 : start;
    int name = code.is(keyword + 1, "*") ? keyword + 2 : keyword + 1;
    if (code.is(keyword, "function") || code.is(keyword, "def")) {
      return new Definition(Sort.FUNCTION, start, List.of(code.token(name).text()), false);
    } else if (code.is(keyword, "class")) {
      return new Definition(Sort.CLASS, start, List.of(code.token(name).text()), false);
    }
    boolean alone = code.isName(start) && code.isAssignment(start + 1);
    List<String> names = alone ? List.of(code.token(start).text()) : List.of();
    return new Definition(Sort.ASSIGNED, start, names, alone);
  }

  /// In `const {a, b: c} = d, e = f` every name that does not stand in a value.
  private static Definition declared(Code code, int start, int end) {
    List<String> names = new ArrayList<>();
    boolean value = false;
    for (int at = start + 1; at < end; at++) {
      if (code.depth(at) == 0 && (code.isAssignment(at) || code.is(at, ","))) {
        value = code.is(at, "=");
      }
      if (code.isName(at) && !value) {
        names.add(code.token(at).text());
      }
    }
    boolean commas =
        IntStream.range(start, end).anyMatch(at -> code.is(at, ",") && code.depth(at) == 0);
    return new Definition(
        Sort.DECLARED, start, names, names.size() == 1 && code.isName(start + 1) && !commas);
  }
}
