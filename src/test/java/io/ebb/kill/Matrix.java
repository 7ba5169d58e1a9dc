package io.ebb.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The points at which a process is killed that retires the nodes in one way, by a life in which
/// nothing happened to it.
final class Matrix {
  private static final List<Moment> MOMENTS = List.of(Moment.values());

  private final Way way;
  private final Life whole;
  private final List<Point> points = new ArrayList<>();

  Matrix(Way way, Life whole) {
    this.way = way;
    this.whole = whole;
    for (Moment moment : MOMENTS) {
      IntStream.rangeClosed(1, whole.passed(moment))
          .mapToObj(number -> new Point(moment, number))
          .forEach(points::add);
    }
  }

  /// Every point, each once alone and once with the resumed process killed too.
  List<Attempt> all() {
    return IntStream.range(0, points.size())
        .boxed()
        .flatMap(place -> List.of(once(place), twice(place)).stream())
        .toList();
  }

  /// So many points spread over all; at every third the resumed process is killed too.
  List<Attempt> spread(int count) {
    return IntStream.range(0, count)
        .mapToObj(each -> {
          int place = (2 * each + 1) * points.size() / (2 * count);
          return each % 3 == 1 ? twice(place) : once(place);
        })
        .toList();
  }

  /// At each change that is sent, two of three points in turn: it is about to be sent, it has had
  /// its effect and the answer never arrives, the answer has arrived and is about to be written.
  List<Attempt> sendings() {
    List<List<Point>> kinds =
        List.of(
            those(Moment.JOURNAL_AFTER, "Intent"),
            those(Moment.HTTP_AFTER, "POST"),
            those(Moment.JOURNAL_BEFORE, "Receipt"));
    return IntStream.range(0, kinds.getFirst().size())
        .boxed()
        .flatMap(each ->
            IntStream.range(0, kinds.size())
                .filter(kind -> kind != each % kinds.size())
                .mapToObj(kind -> new Attempt(way, List.of(kinds.get(kind).get(each)))))
        .toList();
  }

  private List<Point> those(Moment moment, String what) {
    return whole.points().entrySet().stream()
        .filter(passed -> passed.getKey().moment() == moment && passed.getValue().startsWith(what))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Attempt once(int place) {
    return new Attempt(way, List.of(points.get(place)));
  }

  /// The second point is among what is left to do, of each kind in turn, and often among the first
  /// things: there the resumed process makes out what the first has done.
  private Attempt twice(int place) {
    Point first = points.get(place);
    Moment moment = MOMENTS.get(place % MOMENTS.size());
    long left =
        points.stream().filter(point -> point.moment() == moment).count()
            - (first.moment() == moment ? first.number() : 0);
    int number = 1 + (int) (place % 2 == 0 ? place / 4 % 8 : place * 31L % Math.max(1, left));
    return new Attempt(way, List.of(first, new Point(moment, number)));
  }
}
