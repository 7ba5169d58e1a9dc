package io.ebb.api;

import io.ebb.api.wire.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// A list of the service, read as a whole, page by page. Nothing else asks for a second page.
///
/// Lists change while they are read. So each page begins with the last item of the one before: if
/// it is not there, items may have slipped by between the two, and the list is read again. What is
/// given is every item that was there when the reading began and is there when it ends, each once;
/// never a part of the list as if it were the whole.
///
/// A list of n items costs one call up to 100, and one more for each further 99 begun.
///
/// @param action what is done, in words that follow "cannot": `list nodes`
/// @param subject what the list is of
/// @param fetch asks for one page
/// @param id tells items apart
public record Pages<T>(String action, Subject subject, Fetch<T> fetch, Function<T, String> id) {
  /// The most that the service gives at a time.
  public static final int LIMIT = 100;

  private static final int READINGS = 3;
  private static final String CHANGED = "it changed between two pages";

  /// One page of a list.
  @FunctionalInterface
  public interface Fetch<T> {

    /// The page of at most `limit` items that begins after `offset` others.
    Page<T> page(int offset, int limit);
  }

  /// All items. Throws [BusyException] when no reading of three was whole.
  public List<T> all() {
    return until(_ -> false);
  }

  /// The items of all pages up to the first that is `enough`, that page included. Throws
  /// [BusyException] when no reading of three was whole that far.
  public List<T> until(Predicate<List<T>> enough) {
    Reading<T> reading = read(enough);
    for (int again = 1; again < READINGS && !reading.complete(); again++) {
      reading = read(enough);
    }
    if (!reading.complete()) {
      throw new BusyException(
          new Failure(
              action,
              subject,
              0,
              "the list cannot be read as a whole: " + reading.flaw(),
              "it may be changing too fast: try again in a minute"));
    }
    return reading.items();
  }

  /// What one reading has found.
  ///
  /// @param items each once
  /// @param flaw why these may not be all; empty when they are
  private record Reading<T>(List<T> items, String flaw) {
    boolean complete() {
      return flaw.isEmpty();
    }
  }

  private Reading<T> read(Predicate<List<T>> enough) {
    Map<String, T> found = new LinkedHashMap<>();
    int counted = Integer.MAX_VALUE;
    for (int offset = 0; ; ) {
      Page<T> page = fetch.page(offset, LIMIT);
      int before = found.size();
      boolean joins = before == 0 || joins(found, page);
      page.items().forEach(item -> found.putIfAbsent(id.apply(item), item));
      counted = page.totalCount() == null ? counted : Math.min(counted, page.totalCount());
      boolean whole = found.size() >= counted || enough.test(page.items());
      boolean ended = found.size() == before;
      if (!joins || whole || ended) {
        String flaw = !joins ? CHANGED : whole ? "" : flawAtEnd(page, counted, before);
        return new Reading<>(List.copyOf(found.values()), flaw);
      }
      offset += page.items().size() - 1;
    }
  }

  private boolean joins(Map<String, T> found, Page<T> page) {
    return !page.items().isEmpty() && found.containsKey(id.apply(page.items().getFirst()));
  }

  /// Without a count, a short page is the last when it brings nothing new.
  private static String flawAtEnd(Page<?> last, int counted, int found) {
    boolean uncounted = counted == Integer.MAX_VALUE;
    return uncounted && last.items().size() < LIMIT
        ? ""
        : "it has %d items but counts %s".formatted(found, uncounted ? "none" : counted);
  }
}
