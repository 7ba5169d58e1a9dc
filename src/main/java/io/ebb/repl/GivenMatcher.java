package io.ebb.repl;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;

/// Takes the candidates as the conversation gave them: it knows what matches.
final class GivenMatcher implements CompletionMatcher {
  private String word = "";
  private List<Candidate> given = List.of();

  @Override
  public void compile(
      Map<LineReader.Option, Boolean> options,
      boolean prefix,
      CompletingParsedLine line,
      boolean caseInsensitive,
      int errors,
      String originalGroupName) {
    word = line.word();
  }

  @Override
  public List<Candidate> matches(List<Candidate> candidates) {
    given = candidates;
    return candidates;
  }

  @Override
  public Candidate exactMatch() {
    return given.stream()
        .filter(candidate -> candidate.value().equals(word))
        .findFirst()
        .orElseGet(given::getFirst);
  }

  @Override
  public String getCommonPrefix() {
    return given.stream().map(Candidate::value).reduce(GivenMatcher::common).orElse("");
  }

  private static String common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }
}
