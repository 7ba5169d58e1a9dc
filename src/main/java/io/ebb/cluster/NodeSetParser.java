package io.ebb.cluster;

import java.util.Optional;

/// Reads an expression from left to right: operands with operators between them.
final class NodeSetParser {
  private final Source source;
  private final String text;
  private final TermParser terms;
  private int at;

  NodeSetParser(String text, Universe universe) {
    this.source = new Source(text);
    this.text = text;
    this.terms = new TermParser(source, universe);
  }

  NodeSet parse() {
    skipBlanks();
    if (atEnd()) {
      return NodeSet.empty();
    }
    NodeSet left = NodeSet.empty();
    SetOperator operator = SetOperator.UNION;
    Joined<NodeSet> run = run(operator);
    run.add(operand());
    while (!atEnd()) {
      SetOperator next = operator();
      if (next != operator) {
        left = left.combined(run.sum(), operator);
        operator = next;
        run = run(operator);
      }
      run.add(operand());
    }
    return left.combined(run.sum(), operator);
  }

  /// Collects the right operands of equal operators, so that a long chain does not copy a large set
  /// again and again: `a!b!c` is `a!(b,c)`.
  private static Joined<NodeSet> run(SetOperator operator) {
    SetOperator inner = operator == SetOperator.MINUS ? SetOperator.UNION : operator;
    return new Joined<>((some, more) -> some.combined(more, inner), NodeSet::size);
  }

  private NodeSet operand() {
    skipBlanks();
    if (atEnd()) {
      int last = text.stripTrailing().length() - 1;
      throw source.error(last, last + 1, "an operand is missing after it");
    }
    if (SetOperator.of(text.charAt(at)).isPresent()) {
      throw source.error(at, at + 1, "an operand is missing before it");
    }
    int from = at;
    at = terms.end(from);
    NodeSet operand = terms.parse(from, at);
    skipBlanks();
    return operand;
  }

  private SetOperator operator() {
    Optional<SetOperator> operator = SetOperator.of(text.charAt(at));
    if (operator.isEmpty()) {
      throw source.error(
          at, terms.end(at), "an operator is missing before it; ',' stands between names");
    }
    at++;
    return operator.get();
  }

  private void skipBlanks() {
    while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean atEnd() {
    return at == text.length();
  }
}
