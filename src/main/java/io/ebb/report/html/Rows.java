package io.ebb.report.html;

import io.ebb.report.Timeline.Group;
import java.util.ArrayList;
import java.util.List;

/// How tall the rows of a timeline are, and which of them go on one picture.
final class Rows {
  /// With more rows than this, a row is too thin for its name.
  static final int NAMED = 120;

  private static final int TALL = 26;
  private static final int THIN = 5;
  private static final int TALLEST = 64;

  /// What fits on a page with room to spare.
  private static final int PAGE = 760;

  private final List<Group> groups;

  Rows(List<Group> groups) {
    this.groups = groups;
  }

  /// Whether rows have names.
  boolean named() {
    return groups.size() <= NAMED;
  }

  /// Of many nodes a row is taller: twice as many, and it gains a little.
  int height(Group group) {
    if (!named()) {
      return THIN;
    }
    int doublings = Integer.SIZE - Integer.numberOfLeadingZeros(group.hosts().size()) - 1;
    return Math.min(TALLEST, TALL + 5 * doublings);
  }

  /// The rows of one picture after the other, all about as tall.
  List<List<Group>> pages() {
    int all = groups.stream().mapToInt(this::height).sum();
    int even = Math.ceilDiv(all, Math.max(1, Math.ceilDiv(all, PAGE)));
    List<List<Group>> pages = new ArrayList<>();
    List<Group> open = new ArrayList<>();
    int height = 0;
    for (Group group : groups) {
      if (height >= even) {
        pages.add(List.copyOf(open));
        open.clear();
        height = 0;
      }
      open.add(group);
      height += height(group);
    }
    pages.add(List.copyOf(open));
    return pages;
  }
}
