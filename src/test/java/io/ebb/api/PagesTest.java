package io.ebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// When a listing goes on and when it stops.
final class PagesTest {
  private final List<Integer> offsets = new ArrayList<>();

  @Test
  void stopsWhenTheCountIsReached() {
    assertThat(all((offset, limit) -> page(offset, limit, 200, 200))).hasSize(200);
    assertThat(offsets).containsExactly(0, 100);
  }

  @Test
  void emptyListIsOneCall() {
    assertThat(all((offset, limit) -> page(offset, limit, 0, 0))).isEmpty();
    assertThat(offsets).containsExactly(0);
  }

  @Test
  void withoutACountAShortPageIsTheLast() {
    assertThat(all((offset, limit) -> page(offset, limit, 150, null))).hasSize(150);
    assertThat(offsets).containsExactly(0, 100);
  }

  @Test
  void withoutACountAnEmptyPageIsTheLast() {
    assertThat(all((offset, limit) -> page(offset, limit, 100, null))).hasSize(100);
    assertThat(offsets).containsExactly(0, 100);
  }

  @Test
  void serverThatGivesFewerThanAskedForIsReadToTheEnd() {
    assertThat(all((offset, limit) -> page(offset, 10, 25, 25))).hasSize(25);
    assertThat(offsets).containsExactly(0, 10, 20);
  }

  @Test
  void countThatPromisesTooMuchEndsAtAnEmptyPage() {
    assertThat(all((offset, limit) -> page(offset, limit, 120, 500))).hasSize(120);
    assertThat(offsets).containsExactly(0, 100, 120);
  }

  @Test
  void serverThatIgnoresTheOffsetDoesNotLoopForEver() {
    assertThat(all((offset, limit) -> page(0, limit, 100, 500))).hasSize(100);
    assertThat(offsets).containsExactly(0, 100);
  }

  @Test
  void listThatGrowsWithEveryPageIsReadAsFarAsItReachedAtFirst() {
    assertThat(all((offset, limit) -> page(offset, limit, offset + 1000, offset + 250)))
        .hasSize(300);
    assertThat(offsets).containsExactly(0, 100, 200);
  }

  @Test
  void itemThatMovesToTheNextPageIsFoundOnce() {
    assertThat(all((offset, limit) -> page(Math.max(0, offset - 1), limit, 150, 150)))
        .hasSize(150)
        .doesNotHaveDuplicates();
  }

  @Test
  void listThatShrinksIsReadAgainBecauseItMayHideItems() {
    List<String> found =
        all((offset, limit) ->
            offsets.size() == 1 ? page(offset, limit, 201, 201) : page(offset, limit, 200, 200));

    assertThat(found).hasSize(200);
    assertThat(offsets).containsExactly(0, 100, 0, 100);
  }

  @Test
  void listThatKeepsShrinkingIsReadThreeTimesAtMost() {
    List<String> found =
        all((offset, limit) -> page(offset, limit, 1000, 500 - 10 * offsets.size()));

    assertThat(found).isNotEmpty();
    assertThat(offsets).filteredOn(offset -> offset == 0).hasSize(3);
  }

  @Test
  void readingEndsAtTheFirstItemThatIsEnough() {
    List<String> found =
        Pages.until(
            (offset, limit) -> {
              offsets.add(offset);
              return page(offset, limit, 1000, 1000);
            },
            item -> item,
            item -> item.equals("item130"));

    assertThat(found).hasSize(130);
    assertThat(offsets).containsExactly(0, 100);
  }

  private List<String> all(Pages.Fetch<String> fetch) {
    return Pages.all(
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
}
