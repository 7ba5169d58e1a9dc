package io.ebb.api;

import org.jspecify.annotations.Nullable;

/// Which part of a list to give, and in which order: what the parameters of all lists have in
/// common. Immutable; whatever is null is left out of the request, and to the service.
///
/// The service takes for granted an offset of 0 and a limit of 10, and gives 100 items at most,
/// whatever is asked for. [Pages] reads a list as a whole.
///
/// @param searchWord only items whose name holds this text, in any language; null for all
/// @param sortKey the field to sort by; null for the time of creation. The lists of users, software
///   and operations do not document it
/// @param limit how many items to give, from 1 to 100
/// @param offset how many items to leave out, from 0
/// @param reverse 0 for ascending, 1 for descending; null leaves it to the service. The lists of
///   users and software do not document it
/// @param verbose 1 for more fields, 0 for fewer; null leaves it to the service. Documented for
///   clusters, nodes and operations
public record Listing(
    @Nullable String searchWord,
    @Nullable String sortKey,
    int limit,
    int offset,
    @Nullable Integer reverse,
    @Nullable Integer verbose) {

  /// The items after the first `offset`, `limit` of them, in the service's order.
  public static Listing page(int offset, int limit) {
    return new Listing(null, null, limit, offset, null, null);
  }

  /// The first 100 items, in the service's order.
  public static Listing first() {
    return page(0, Pages.LIMIT);
  }

  /// Only the items whose name holds this text.
  public Listing searching(String text) {
    return new Listing(text, sortKey, limit, offset, reverse, verbose);
  }

  /// Sorted by this field, ascending unless said otherwise.
  public Listing sortedBy(String key) {
    return new Listing(searchWord, key, limit, offset, reverse, verbose);
  }

  /// Ascending: of what is sorted by time, the oldest first.
  public Listing ascending() {
    return new Listing(searchWord, sortKey, limit, offset, 0, verbose);
  }

  /// Descending: of what is sorted by time, the newest first. Sent as 1, because the documentation
  /// misspells the word for it (Q34).
  public Listing descending() {
    return new Listing(searchWord, sortKey, limit, offset, 1, verbose);
  }

  /// With all fields the service can give.
  public Listing inFull() {
    return new Listing(searchWord, sortKey, limit, offset, reverse, 1);
  }
}
