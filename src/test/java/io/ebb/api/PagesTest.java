package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ebb.api.wire.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When a listing goes on, when it stops, and when it is read again.
final class PagesTest {
  private final List<Integer> offsets = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "100, 1", "101, 2", "199, 2", "200, 3", "10000, 101"})
  void listCostsOneCallAndOneMoreForEachFurther99(int items, int calls) {
    assertThat(all((offset, limit) -> page(offset, limit, items, items)))
        .hasSize(items)
        .doesNotHaveDuplicates();
    assertThat(offsets).hasSize(calls);
  }

  @Test
  void pagesOverlapByOneItem() {
    all((offset, limit) -> page(offset, limit, 250, 250));

    assertThat(offsets).containsExactly(0, 99, 198);
  }

  @Test
  void withoutACountAShortPageWithNothingNewIsTheLast() {
    assertThat(all((offset, limit) -> page(offset, limit, 150, null))).hasSize(150);
    assertThat(offsets).containsExactly(0, 99, 149);
  }

  @Test
  void withoutACountAnEmptyPageIsAnEmptyList() {
    assertThat(all((offset, limit) -> page(offset, limit, 0, null))).isEmpty();
    assertThat(offsets).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = 25)
  @NullSource
  void serverThatGivesFewerThanAskedForIsReadToTheEnd(@Nullable Integer count) {
    assertThat(all((offset, limit) -> page(offset, 10, 25, count))).hasSize(25);
    assertThat(offsets).startsWith(0, 9, 18);
  }

  @Test
  void listThatGrowsAtItsEndIsReadAsFarAsItReachedAtFirst() {
    assertThat(all((offset, limit) -> page(offset, limit, offset + 1000, offset + 250)))
        .hasSizeBetween(250, 349);
    assertThat(offsets).containsExactly(0, 99, 198);
  }

  @Test
  void listThatGrowsAtItsStartIsReadOnce() {
    Changing log = new Changing(150, items -> items.addFirst("new" + items.size()));

    assertThat(all(log)).contains("item0", "item149").doesNotHaveDuplicates();
    assertThat(offsets).containsExactly(0, 99);
  }

  @Test
  void listThatShrinksIsReadAgainBecauseAnItemMayHaveSlippedBy() {
    Changing nodes = new Changing(201, once(items -> items.removeFirst()));

    assertThat(all(nodes)).hasSize(200).contains("item100");
    assertThat(offsets).containsExactly(0, 99, 0, 99, 198);
  }

  /// The count stays the same, and yet `item100` is now on the page already read.
  @Test
  void listThatLosesAnItemAndGainsAnotherIsReadAgain() {
    Changing jobs =
        new Changing(
            150,
            once(items -> {
              items.removeFirst();
              items.add("late");
            }));

    assertThat(all(jobs)).hasSize(150).contains("item100", "late");
  }

  @Test
  void listThatNeverHoldsStillIsNoListAndNotAPart() {
    Changing jobs = new Changing(900, items -> items.removeFirst());

    assertThatThrownBy(() -> all(jobs))
        .isInstanceOf(BusyException.class)
        .hasMessageContaining("list things (cluster ehpc-1)")
        .hasMessageContaining("changed between two pages");
    assertThat(offsets).filteredOn(offset -> offset == 0).hasSize(3);
  }

  @Test
  void emptyPageWhereTheCountPromisesMoreIsNoEnd() {
    assertThatThrownBy(
            () -> all((offset, limit) -> page(offset, limit, offset == 0 ? 150 : 0, 150)))
        .isInstanceOf(BusyException.class);
  }

  @Test
  void countThatPromisesTooMuchIsToldAndNotReadForEver() {
    assertThatThrownBy(() -> all((offset, limit) -> page(offset, limit, 120, 500)))
        .isInstanceOf(BusyException.class)
        .hasMessageContaining("it has 120 items but counts 500");
  }

  @Test
  void serverThatIgnoresTheOffsetDoesNotLoopForEver() {
    assertThatThrownBy(() -> all((offset, limit) -> page(0, limit, 300, 300)))
        .isInstanceOf(BusyException.class);
    assertThatThrownBy(() -> all((offset, limit) -> page(0, limit, 300, null)))
        .isInstanceOf(BusyException.class);
  }

  @Test
  void countBelowWhatIsThereIsNoCount() {
    assertThat(all((offset, limit) -> page(offset, limit, 150, 5))).hasSize(150);
  }

  @Test
  void readingEndsWithThePageThatIsEnough() {
    List<String> found =
        pages((offset, limit) -> page(offset, limit, 1000, 1000))
            .until(items -> items.contains("item130"));

    assertThat(found).hasSize(199);
    assertThat(offsets).containsExactly(0, 99);
  }

  private List<String> all(Pages.Fetch<String> fetch) {
    return pages(fetch).all();
  }

  private Pages<String> pages(Pages.Fetch<String> fetch) {
    return new Pages<>(
        "list things",
        Subject.of("ehpc-1"),
        (offset, limit) -> {
          offsets.add(offset);
          return fetch.page(offset, limit);
        },
        item -> item);
  }

  private static Page<String> page(int offset, int limit, int size, @Nullable Integer total) {
    int end = Math.min(size, offset + limit);
    return new Page<>(
        total, IntStream.range(Math.min(offset, end), end).mapToObj(n -> "item" + n).toList());
  }

  private static Consumer<List<String>> once(Consumer<List<String>> change) {
    AtomicBoolean done = new AtomicBoolean();
    return items -> {
      if (!done.getAndSet(true)) {
        change.accept(items);
      }
    };
  }

  /// A list of the service that changes after every page it gives.
  private static final class Changing implements Pages.Fetch<String> {
    private final List<String> items = new ArrayList<>();
    private final Consumer<List<String>> change;

    Changing(int size, Consumer<List<String>> change) {
      IntStream.range(0, size).forEach(n -> items.add("item" + n));
      this.change = change;
    }

    @Override
    public Page<String> page(int offset, int limit) {
      int from = Math.min(offset, items.size());
      int to = Math.min(offset + limit, items.size());
      Page<String> page = new Page<>(items.size(), items.subList(from, to));
      change.accept(items);
      return page;
    }
  }
}
