package io.ebb.kill;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A way to retire the nodes, and where the processes that do so are killed, one after the other.
/// Written `python:http-after-17,journal-before-3`.
///
/// @param ends none for a retire that nothing happens to
record Attempt(Way way, List<Point> ends) {

  static Attempt parse(Way way, String ends) {
    return new Attempt(way, Arrays.stream(ends.split(",", -1)).map(Point::parse).toList());
  }

  @Override
  public String toString() {
    return way.label() + ":" + ends.stream().map(Point::toString).collect(Collectors.joining(","));
  }
}
