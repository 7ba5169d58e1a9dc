package io.ebb.repl;

import io.ebb.repl.completion.Candidate;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/// A line at a Tab, with the ways it may go on. What they replace is its only word.
///
/// @param start where the first of them begins
record CompletionLine(String line, int cursor, int start, List<Candidate> candidates)
    implements CompletingParsedLine {

  /// What is to replace the word, so that this candidate stands where it belongs.
  String value(Candidate candidate) {
    return line.substring(start, candidate.start()) + candidate.value();
  }

  @Override
  public String word() {
    return line.substring(start, cursor);
  }

  @Override
  public int wordCursor() {
    return cursor - start;
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word());
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor();
  }

  @Override
  public int rawWordLength() {
    return wordCursor();
  }
}
