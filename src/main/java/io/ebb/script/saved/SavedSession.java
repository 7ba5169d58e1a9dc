package io.ebb.script.saved;

import io.ebb.script.Language;
import io.ebb.script.Spoken;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A session on its way into a file.
///
/// Of the statements that succeeded these are left out: a wish for help; an expression that calls
/// nothing, such as a name; a look that was taken again later, in the same words; and a name's
/// value that nothing used before the name got another. An expression whose value the session
/// showed is written as `show(…)`, unless it changes something. Everything else stays as it was
/// typed, with its comments, but for this:
///
/// - A literal that names a cluster, a queue or nodes to a word, or says how many or how long,
///   becomes a parameter whose default it is. It stays where it is part of something computed.
/// - `_` becomes a variable.
/// - A name that was declared again in JavaScript is assigned.
///
/// Of scripts that were loaded, the heads become part of the head, with what they were given. What
/// a start-up file defines comes along if it is used.
public final class SavedSession {
  private final List<Spoken> said;
  private final Set<String> startUp;

  /// A session.
  ///
  /// @param said the statements that succeeded, in their order
  /// @param startUp the names of those statements that a start-up file said
  public SavedSession(List<Spoken> said, Collection<String> startUp) {
    this.said = List.copyOf(said);
    this.startUp = Set.copyOf(startUp);
  }

  /// The languages of the statements that would be saved.
  public Set<Language> languages() {
    return Stream.of(Language.values())
        .filter(language -> !new Selection(of(language), startUp).units().isEmpty())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
  }

  /// Whether statements in this language take what the other one has shared, so that they mean
  /// nothing without it.
  public boolean needsOther(Language language) {
    return languages().size() > 1
        && new Selection(of(language), startUp)
            .units().stream().map(Unit::code).anyMatch(SavedSession::takesShared);
  }

  private static boolean takesShared(Code code) {
    return Sayings.calls(code).anyMatch(at -> code.is(at, "get") && code.is(at - 2, "share"));
  }

  /// The statements in one language as a script.
  ///
  /// @param title what it is called, in one line
  public Saved script(Language language, String title) {
    return new Writer(new Selection(of(language), startUp)).script(language, title);
  }

  /// All statements as a runbook: Markdown with a front matter, and a block for each run of
  /// statements in one language.
  ///
  /// @param title what it is called, in one line
  public Saved runbook(String title) {
    return new Writer(new Selection(said, startUp)).runbook(title);
  }

  private List<Spoken> of(Language language) {
    return said.stream().filter(each -> each.statement().language() == language).toList();
  }
}
