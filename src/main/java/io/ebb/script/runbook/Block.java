package io.ebb.script.runbook;

import io.ebb.script.Language;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fence of a runbook that is carried out: by Ebb, or by a person.
///
/// @param name by which it is known: given, or `block-3` for the third
/// @param language what its code is written in; null for one that a person carries out
/// @param text its code, or what the person is to do
/// @param line the line of the file that the fence begins in, from 1; its text begins in the next
///   one
/// @param confirm what is asked before it begins; null when nothing is
/// @param timeout how long it may take; null when it may take any time
/// @param when an expression of its language, of JavaScript for one that a person carries out: only
///   when it holds, the block is carried out; null when it always is
/// @param onError what happens when it fails
public record Block(
    String name,
    @Nullable Language language,
    String text,
    int line,
    @Nullable String confirm,
    @Nullable Duration timeout,
    @Nullable String when,
    OnError onError)
    implements Part {

  /// Whether a person carries it out.
  public boolean manual() {
    return language == null;
  }

  /// Its text for a terminal: line by line as it was typed, and wrapped where it is wider.
  ///
  /// @param columns how wide it may be
  public List<String> lines(int columns) {
    return text.lines().flatMap(line -> Flow.indented(line, columns).stream()).toList();
  }
}
