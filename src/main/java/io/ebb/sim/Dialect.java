package io.ebb.sim;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In what the simulated service differs from the documented one, where the documents contradict
/// themselves or say nothing.
///
/// @param variants the differences
/// @param page how many rows a page has when the request names no limit
/// @param pageCap how many rows a page has at most
public record Dialect(Set<Variant> variants, int page, int pageCap) {
  private static final int PAGE = 10;
  private static final int PAGE_CAP = 100;
  private static final Dialect DOCUMENTED = new Dialect(Set.of(), PAGE, PAGE_CAP);

  /// Checks that the variants go together and the pages hold something.
  ///
  /// @throws IllegalArgumentException when they do not
  public Dialect {
    variants = Set.copyOf(variants);
    if (page < 1 || pageCap < 1) {
      throw new IllegalArgumentException("a page needs at least one row");
    }
    for (Variant variant : variants) {
      if (variants.stream().anyMatch(variant::contradicts)) {
        throw new IllegalArgumentException(
            variant.word() + " leaves nothing together with its opposite: choose one");
      }
    }
  }

  @JsonCreator
  static Dialect of(
      @Nullable Set<Variant> variants, @Nullable Integer page, @Nullable Integer pageCap) {
    return new Dialect(
        Objects.requireNonNullElse(variants, Set.of()),
        Objects.requireNonNullElse(page, PAGE),
        Objects.requireNonNullElse(pageCap, PAGE_CAP));
  }

  /// As documented: no variant, pages of 10, at most 100.
  public static Dialect documented() {
    return DOCUMENTED;
  }

  /// As documented but for these.
  public static Dialect of(Variant... variants) {
    return DOCUMENTED.with(variants);
  }

  /// This dialect with these variants, too.
  public Dialect with(Variant... more) {
    EnumSet<Variant> all = EnumSet.noneOf(Variant.class);
    all.addAll(variants);
    all.addAll(Arrays.asList(more));
    return new Dialect(all, page, pageCap);
  }

  /// This dialect with other pages.
  public Dialect withPages(int size, int cap) {
    return new Dialect(variants, size, cap);
  }

  /// Whether it has that variant.
  public boolean has(Variant variant) {
    return variants.contains(variant);
  }

  /// Whether the endpoint lacks a method or parameter that it should have.
  boolean lacks(Endpoint endpoint, String word) {
    return !variants.isEmpty()
        && variants.stream().anyMatch(variant -> variant.takes(endpoint.path(), word));
  }
}
