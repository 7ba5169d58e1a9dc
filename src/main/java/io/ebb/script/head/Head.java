package io.ebb.script.head;

import io.ebb.plan.Limits;
import io.ebb.plan.OnDeadline;
import io.ebb.plan.RetireOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a script says of itself: YAML in its leading comments, between two lines `// ---` or `#
/// ---`. Blank lines and other comments may stand above it.
///
/// @param title one line; empty when there is none
/// @param description more of it; empty when there is none
/// @param parameters what can be given on the command line
/// @param limits limits that hold in addition to all others
/// @param onDeadline what happens when jobs outlast the drain; null when the head does not say
public record Head(
    String title,
    String description,
    List<Parameter> parameters,
    Limits limits,
    @Nullable OnDeadline onDeadline) {

  /// The head of a script that has none.
  public static final Head NONE = new Head("", "", List.of(), Limits.defaults(), null);

  /// Copies the list.
  public Head {
    parameters = List.copyOf(parameters);
  }

  /// How nodes are retired by a script with this head where it does not say otherwise. Of its
  /// limits and those of the base, the strictest hold.
  public RetireOptions options(RetireOptions base) {
    RetireOptions limited = base.withLimits(base.limits().strictest(limits));
    return onDeadline == null ? limited : limited.withOnDeadline(onDeadline);
  }

  /// Reads the head of a script.
  ///
  /// @param file the name to use in errors
  /// @param comment what begins a comment in its language, `//` or `#`
  /// @throws HeadException with everything that is wrong with it
  public static Head of(String file, String comment, String text) {
    return new HeadReader(file, comment).read(text);
  }

  /// The head as it stands in a script, with its last line, to be read back by [#of].
  ///
  /// @param comment what begins a comment in the script's language; empty for the front matter of a
  ///   runbook
  public String text(String comment) {
    return HeadText.commented(comment, HeadWriter.yaml(this));
  }

  /// Where the head of a script ends: 0 when it has none.
  ///
  /// @param comment what begins a comment in its language
  public static int end(String comment, String text) {
    return HeadText.end(comment, text);
  }
}
