package io.ebb.cluster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects one name, or one pattern of names with brackets, piece by piece.
///
/// Every run of digits is one index. Digits that touch a bracket belong to its indices: the names
/// of `n1[1-2]0` are `n110` and `n120`.
final class NameBuilder {
  private final StringBuilder template = new StringBuilder();
  private final List<IndexSet> slots = new ArrayList<>();
  private final StringBuilder digits = new StringBuilder();
  private @Nullable IndexSet bracket;

  /// The set of just this name, which must be free of operators, brackets and blanks.
  static NodeSet single(String name) {
    NameBuilder builder = new NameBuilder();
    name.chars().forEach(c -> builder.text((char) c));
    return builder.names();
  }

  void text(char c) {
    if (c >= '0' && c <= '9') {
      digits.append(c);
    } else {
      endIndex();
      template.append(c);
    }
  }

  /// Whether the run of digits at the end holds a bracket already.
  boolean holdsBracket() {
    return bracket != null;
  }

  /// Whether indices stay short enough between the digits at the end and so many more.
  boolean fits(IndexSet indices, int digitsAfter) {
    int width = Index.digits(indices.lastCode()).length();
    return digits.length() + width + digitsAfter <= Index.MAX_DIGITS;
  }

  void bracket(IndexSet indices) {
    String before = digits.toString();
    digits.setLength(0);
    bracket = before.isEmpty() ? indices : indices.mapped(digits -> before + digits);
  }

  /// How many names, unless it is more than `limit`; then some number above.
  long count(long limit) {
    endIndex();
    long count = 1;
    for (IndexSet slot : slots) {
      count = count > limit ? count : count * slot.size();
    }
    return count;
  }

  NodeSet names() {
    endIndex();
    return NodeSet.of(new NamePattern(template.toString()), IndexSet.product(slots));
  }

  private void endIndex() {
    if (bracket == null && digits.length() > Index.MAX_DIGITS) {
      template.append(digits);
    } else if (bracket != null || !digits.isEmpty()) {
      template.append(NamePattern.SLOT);
      slots.add(index());
    }
    digits.setLength(0);
    bracket = null;
  }

  private IndexSet index() {
    String after = digits.toString();
    if (bracket == null) {
      return IndexSet.range(Index.code(after), Index.code(after));
    }
    return after.isEmpty() ? bracket : bracket.spread(digits -> digits + after);
  }
}
