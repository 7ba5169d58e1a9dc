package io.ebb.cluster;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one operand: a name, a name with brackets, a group, or a wildcard.
final class TermParser {
  private static final int GROUPS_SHOWN = 10;

  private final Source source;
  private final String text;
  private final BracketParser brackets;
  private final Universe universe;

  TermParser(Source source, Universe universe) {
    this.source = source;
    this.text = source.text();
    this.brackets = new BracketParser(source);
    this.universe = universe;
  }

  /// Where the operand ends that begins at this offset: before a blank or an operator outside of
  /// brackets.
  int end(int from) {
    int at = from;
    while (at < text.length() && !endsTerm(text.charAt(at))) {
      at = text.charAt(at) == '[' ? closing(at) + 1 : at + 1;
    }
    return at;
  }

  NodeSet parse(int from, int to) {
    NameBuilder name = new NameBuilder();
    int at = from;
    while (at < to) {
      if (text.charAt(at) == '[') {
        at = bracket(name, at, from, to);
      } else {
        check(at, from);
        name.text(text.charAt(at++));
      }
    }
    if (name.count(NodeSet.LIMIT) > NodeSet.LIMIT) {
      throw source.error(from, to, NodeSet.BEYOND_LIMIT);
    }
    return resolved(name.names(), from, to);
  }

  /// Returns the offset behind the bracket.
  private int bracket(NameBuilder name, int open, int from, int to) {
    int close = closing(open);
    if (name.holdsBracket()) {
      throw source.error(
          open, close + 1, "no text between it and the bracket before; only digits, or nothing");
    }
    IndexSet indices = brackets.parse(open, close);
    if (!name.fits(indices, digits(close + 1, to))) {
      throw source.error(from, to, "an index has more than " + Index.MAX_DIGITS + " digits");
    }
    name.bracket(indices);
    return close + 1;
  }

  private int digits(int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  private NodeSet resolved(NodeSet names, int from, int to) {
    String term = text.substring(from, to);
    if (term.startsWith("@")) {
      return NodeSet.unionOf(names.expand().stream().map(group -> group(group, from, to)).toList());
    }
    if (term.indexOf('*') >= 0 || term.indexOf('?') >= 0) {
      return matching(names.expand(), from, to);
    }
    return term.indexOf('[') >= 0 ? names : NodeSet.of(List.of(universe.canonical(term)));
  }

  private NodeSet group(String group, int from, int to) {
    return meaning(group, from, () -> universe.group(group))
        .orElseThrow(() -> unknown(group, from, to));
  }

  private static <T> T meaning(String part, int from, Supplier<T> universe) {
    try {
      return universe.get();
    } catch (NodeSetException e) {
      throw new NodeSetException(part, from + 1, e);
    }
  }

  private NodeSetException unknown(String group, int from, int to) {
    List<String> known = List.copyOf(universe.groups());
    String some = known.stream().limit(GROUPS_SHOWN).collect(Collectors.joining(", "));
    String more = known.size() > GROUPS_SHOWN ? ", …" : "";
    return source.error(
        from,
        to,
        "unknown group %s; known: %s".formatted(group, known.isEmpty() ? "none" : some + more));
  }

  private NodeSet matching(List<String> masks, int from, int to) {
    List<String> all = meaning(text.substring(from, to), from, universe::all).expand();
    List<String> matching =
        masks.stream()
            .map(TermParser::regex)
            .flatMap(regex -> all.stream().filter(name -> regex.matcher(name).matches()))
            .toList();
    if (matching.isEmpty()) {
      throw source.error(from, to, "the wildcard matches none of " + all.size() + " known nodes");
    }
    return NodeSet.of(matching);
  }

  private static Pattern regex(String mask) {
    String regex =
        mask.chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + (char) c))
            .collect(Collectors.joining());
    return Pattern.compile(regex);
  }

  private int closing(int open) {
    int close = text.indexOf(']', open);
    if (close < 0) {
      throw source.error(open, text.length(), "the bracket is never closed");
    }
    int nested = text.indexOf('[', open + 1);
    if (nested >= 0 && nested < close) {
      throw source.error(open, close + 1, "a bracket inside a bracket");
    }
    return close;
  }

  private void check(int at, int from) {
    char c = text.charAt(at);
    boolean group = text.charAt(from) == '@';
    if (c == ']') {
      throw source.error(at, at + 1, "it closes no bracket");
    }
    if (!(group ? allowedInGroup(c, at == from) : allowedInName(c) || c == '*' || c == '?')) {
      throw source.error(at, at + 1, "not allowed in a " + (group ? "group name" : "node name"));
    }
    if (group && at == from && endsGroup(from + 1)) {
      throw source.error(at, at + 1, "a group needs a name, as in @queue:batch");
    }
  }

  private boolean endsGroup(int at) {
    return at == text.length() || endsTerm(text.charAt(at));
  }

  static boolean allowedInName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }

  private static boolean allowedInGroup(char c, boolean first) {
    return first ? c == '@' : "@*?%".indexOf(c) < 0;
  }

  private static boolean endsTerm(char c) {
    return Character.isWhitespace(c) || SetOperator.of(c).isPresent();
  }
}
