package io.ebb.cluster;

import io.ebb.api.wire.WireOperation;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Says after which page of the operation log there is no need for another, and how far back the
/// pages go then.
final class LogEnd implements Predicate<List<WireOperation>> {
  private final Instant since;
  private final boolean awaited;
  private final Set<String> missing;
  private Instant reach = Instant.MIN;

  /// @param since a page that reaches back beyond this is enough
  /// @param ids the page on which the last of these operations is found is enough, too; none when
  ///   no operation is looked for
  LogEnd(Instant since, Set<String> ids) {
    this.since = since;
    this.awaited = !ids.isEmpty();
    this.missing = new HashSet<>(ids);
  }

  @Override
  public boolean test(List<WireOperation> page) {
    page.forEach(operation -> missing.remove(operation.jobId()));
    Instant oldest = oldest(page);
    boolean enough = (awaited && missing.isEmpty()) || oldest.isBefore(since);
    reach = enough ? oldest : Instant.MIN;
    return enough;
  }

  /// Every operation created later than this was on a page; the beginning of time when the log was
  /// read to its end.
  Instant reach() {
    return reach;
  }

  /// When the last item of a page that is newest first was created; the end of time for one in
  /// another order, which tells nothing of the pages that follow.
  private static Instant oldest(List<WireOperation> page) {
    if (page.isEmpty()) {
      return Instant.MAX;
    }
    Instant first = page.getFirst().createTime();
    Instant last = page.getLast().createTime();
    return first == null || last == null || first.isBefore(last) ? Instant.MAX : last;
  }
}
