package io.ebb.cluster;

import static io.ebb.cluster.Index.code;

import io.ebb.cluster.IndexSet.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what stands between brackets: numbers, ranges, ranges with a step.
final class BracketParser {
  private static final Pattern RANGE =
      Pattern.compile("([0-9]+)(?:\\s*-\\s*([0-9]+)(?:\\s*/\\s*([0-9]+))?)?");
  private static final Pattern NUMBER_WITH_STEP = Pattern.compile("[0-9]+\\s*/\\s*[0-9]+");

  private final Source source;

  BracketParser(Source source) {
    this.source = source;
  }

  /// The indices between two offsets, those of the brackets.
  IndexSet parse(int open, int close) {
    if (source.text().substring(open + 1, close).isBlank()) {
      throw source.error(open, close + 1, "the bracket is empty; write numbers in it, as in [1-9]");
    }
    Joined<IndexSet> ranges =
        new Joined<>((some, more) -> union(some, more, open, close), IndexSet::size);
    for (int from = open + 1; from <= close; ) {
      int comma = source.text().indexOf(',', from);
      int to = comma < 0 || comma > close ? close : comma;
      ranges.add(range(from, to));
      from = to + 1;
    }
    return ranges.sum();
  }

  private IndexSet union(IndexSet some, IndexSet more, int open, int close) {
    IndexSet union = some.union(more);
    if (union.size() > NodeSet.LIMIT) {
      throw source.error(open, close + 1, NodeSet.BEYOND_LIMIT);
    }
    return union;
  }

  private IndexSet range(int from, int to) {
    int first = from;
    int end = to;
    while (first < end && Character.isWhitespace(source.text().charAt(first))) {
      first++;
    }
    while (first < end && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    if (first == end) {
      throw source.error(
          Math.max(from - 1, 0), to + 1, "a range is missing between these two characters");
    }
    return new Range(first, end).indices();
  }

  /// One range at its place in the source.
  private final class Range {
    private final int from;
    private final int to;
    private final String first;
    private final String last;
    private final long step;

    Range(int from, int to) {
      this.from = from;
      this.to = to;
      String text = source.text().substring(from, to);
      Matcher matcher = RANGE.matcher(text);
      if (!matcher.matches()) {
        throw NUMBER_WITH_STEP.matcher(text).matches()
            ? error("a step needs a range, as in 1-9/2")
            : error("neither a number nor a range such as 1-9 or 1-9/2");
      }
      first = shortEnough(matcher.group(1));
      last = matcher.group(2) == null ? first : shortEnough(matcher.group(2));
      step = matcher.group(3) == null ? 1 : Long.parseLong(shortEnough(matcher.group(3)));
    }

    IndexSet indices() {
      long low = Long.parseLong(first);
      long high = Long.parseLong(last);
      boolean padded = Index.padded(first) || Index.padded(last);
      if (padded && first.length() != last.length()) {
        throw error("both ends need the same number of digits when one begins with 0");
      }
      if (low > high) {
        throw error("the range runs backwards");
      }
      if (step == 0) {
        throw error("the step is 0; the smallest is 1");
      }
      if ((high - low) / step >= NodeSet.LIMIT) {
        throw error(NodeSet.BEYOND_LIMIT);
      }
      return step == 1 ? run(low, high) : steps(low, high);
    }

    private IndexSet run(long low, long high) {
      if (first.length() == last.length()) {
        return IndexSet.range(code(first), code(last));
      }
      List<Segment> widths = new ArrayList<>();
      for (int width = first.length(); width <= last.length(); width++) {
        long lowest = Math.max(low, width == 1 ? 0 : Index.tenToThe(width - 1));
        long highest = Math.min(high, Index.tenToThe(width) - 1);
        widths.add(new Segment(code(lowest, width), code(highest, width), IndexSet.END));
      }
      return new IndexSet(widths);
    }

    private IndexSet steps(long low, long high) {
      List<Long> codes = new ArrayList<>();
      for (long value = low; value <= high; value += step) {
        int width = Math.max(first.length(), Long.toString(value).length());
        codes.add(code(value, width));
      }
      return IndexSet.codes(codes);
    }

    private String shortEnough(String digits) {
      if (digits.length() > Index.MAX_DIGITS) {
        throw error("a number has at most " + Index.MAX_DIGITS + " digits here");
      }
      return digits;
    }

    private NodeSetException error(String problem) {
      return source.error(from, to, problem);
    }
  }
}
