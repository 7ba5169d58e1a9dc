package io.ebb.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a whole list, page by page. Nothing else asks for a second page.
///
/// Lists change while they are read. One that grows is read as far as it reached at first, each
/// item once. One that shrinks may have moved an item to a page already read, so it is read again,
/// twice at most.
public final class Pages {
  /// The most that the service gives at a time.
  static final int LIMIT = 100;

  private static final int READINGS = 3;

  private Pages() {}

  /// One page of a list.
  @FunctionalInterface
  public interface Fetch<T> {

    /// The page of at most `limit` items that begins after `offset` others.
    Page<T> page(int offset, int limit);
  }

  /// All items.
  ///
  /// @param id tells items apart
  public static <T> List<T> all(Fetch<T> fetch, Function<T, String> id) {
    return until(fetch, id, item -> false);
  }

  /// The items before the first that is `enough`, which is left out with all that follow.
  ///
  /// @param id tells items apart
  public static <T> List<T> until(Fetch<T> fetch, Function<T, String> id, Predicate<T> enough) {
    List<T> items = null;
    for (int reading = 1; items == null; reading++) {
      items = read(fetch, id, enough, reading == READINGS);
    }
    return items;
  }

  /// Null when the list shrank meanwhile, unless this is the last reading.
  private static <T> @Nullable List<T> read(
      Fetch<T> fetch, Function<T, String> id, Predicate<T> enough, boolean last) {
    Map<String, T> found = new LinkedHashMap<>();
    Page<T> first = fetch.page(0, LIMIT);
    Page<T> page = first;
    int offset = 0;
    while (true) {
      int before = found.size();
      for (T item : page.items()) {
        if (enough.test(item)) {
          return new ArrayList<>(found.values());
        }
        found.putIfAbsent(id.apply(item), item);
      }
      offset += page.items().size();
      if (found.size() == before || complete(first, page, found.size())) {
        return new ArrayList<>(found.values());
      }
      page = fetch.page(offset, LIMIT);
      if (!last && shrank(first, page)) {
        return null;
      }
    }
  }

  private static boolean complete(Page<?> first, Page<?> page, int found) {
    return first.totalCount() == null ? page.items().size() < LIMIT : found >= first.totalCount();
  }

  private static boolean shrank(Page<?> first, Page<?> page) {
    return first.totalCount() != null
        && page.totalCount() != null
        && page.totalCount() < first.totalCount();
  }
}
