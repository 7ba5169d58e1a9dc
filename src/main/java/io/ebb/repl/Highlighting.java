package io.ebb.repl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jline.builtins.SyntaxHighlighter;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/// Colours what is typed by the nanorc file that the conversation names. A file that cannot be used
/// is told once and then left out.
final class Highlighting implements Highlighter {
  /// A text up to this many characters is always coloured, a longer one as long as that is quick.
  private static final int SHORT = 2_000;

  private static final long PATIENCE_NANOS = Duration.ofMillis(30).toNanos();

  private final Notices notices;
  private final Map<Path, Optional<SyntaxHighlighter>> rules = new HashMap<>();
  private @Nullable Conversation conversation;
  private int longest = Integer.MAX_VALUE;
  private String text = "";
  private AttributedString shown = AttributedString.EMPTY;

  Highlighting(Notices notices) {
    this.notices = notices;
  }

  /// Whose lines are typed from now on; null for those that are not coloured.
  void ask(@Nullable Conversation whose) {
    conversation = whose;
    longest = Integer.MAX_VALUE;
    text = "";
    shown = AttributedString.EMPTY;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    if (!text.equals(buffer)) {
      long begin = System.nanoTime();
      shown = buffer.length() > longest ? new AttributedString(buffer) : highlight(buffer);
      text = buffer;
      if (buffer.length() > SHORT && System.nanoTime() - begin > PATIENCE_NANOS) {
        longest = SHORT;
      }
    }
    return shown;
  }

  private AttributedString highlight(String buffer) {
    Optional<Path> file =
        conversation == null ? Optional.empty() : conversation.highlighting(buffer);
    return file.flatMap(path -> rules.computeIfAbsent(path, this::rules))
        .map(highlighter -> highlighter.reset().highlight(buffer))
        .filter(coloured -> coloured.length() == buffer.length())
        .orElseGet(() -> new AttributedString(buffer));
  }

  private Optional<SyntaxHighlighter> rules(Path file) {
    if (!Files.isReadable(file)) {
      return leftOut(file, "it cannot be read");
    }
    try (var complaints = new Complaints()) {
      SyntaxHighlighter built = SyntaxHighlighter.build(file.toUri().toString());
      return complaints.first().map(why -> leftOut(file, why)).orElse(Optional.of(built));
    } catch (RuntimeException broken) {
      return leftOut(file, String.valueOf(broken.getMessage()));
    }
  }

  private Optional<SyntaxHighlighter> leftOut(Path file, String why) {
    notices.add("Highlighting is left out: " + file + ": " + why);
    return Optional.empty();
  }
}
