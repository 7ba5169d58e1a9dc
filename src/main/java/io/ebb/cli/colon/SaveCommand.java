package io.ebb.cli.colon;

import io.ebb.script.Language;
import io.ebb.script.head.Parameter;
import io.ebb.script.saved.Saved;
import io.ebb.script.saved.SavedSession;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `:save`: makes a script of what was said.
@Command(
    name = ":save",
    description = "Save the statements that succeeded as a script or a runbook.",
    footer = {
      "",
      "Ids, counts and durations that were typed become parameters. What only looked at a variable,"
          + " or was said again before anything used it, is left out.",
      "",
      "A name in .js or .py saves the statements in that language, one in .md both.",
      "",
      "  :save retire-idle.js",
      "  ebb run retire-idle.js --help"
    })
final class SaveCommand implements Runnable {
  private static final String RUNBOOK = ".md";

  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "Where to: name.js, name.py or name.md.")
  private String name = "";

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What it does, in one line (default: the file's name).")
  private @Nullable String title;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  SaveCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    SavedSession session = new SavedSession(desk.dialogue().said(), desk.startUp());
    TextFile file = TextFile.named(name);
    Saved saved =
        name.endsWith(RUNBOOK) ? runbook(session, file) : script(session, file, language());
    file.write(saved.text(), force);
    desk.tell("saved %s%s".formatted(file, parameters(saved)));
    saved.notes().forEach(desk::tell);
    tellNext(session, file, saved);
  }

  private Language language() {
    return Language.ofFile(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "what is %s to be? name.js for JavaScript, name.py for Python, name.md for both"
                    .formatted(name)));
  }

  private Saved script(SavedSession session, TextFile file, Language language) {
    if (!session.languages().contains(language)) {
      throw new IllegalArgumentException(nothing(session, title(language)));
    } else if (session.needsOther(language)) {
      throw new IllegalArgumentException(
          "the statements in %s take what the other language has shared: save both, as %s.md"
              .formatted(title(language), stem(file)));
    }
    return session.script(language, title(file));
  }

  private Saved runbook(SavedSession session, TextFile file) {
    if (session.languages().isEmpty()) {
      throw new IllegalArgumentException(nothing(session, "either language"));
    }
    return session.runbook(title(file));
  }

  private static String nothing(SavedSession session, String in) {
    String other =
        session.languages().stream()
            .map(language -> "; there is in " + title(language))
            .collect(Collectors.joining());
    return "there is nothing to save in %s yet: no statement that does more than look at a variable%s"
        .formatted(in, other);
  }

  private String title(TextFile file) {
    if (title != null) {
      return title;
    }
    String words = stem(file).replace('-', ' ').replace('_', ' ').strip();
    return words.substring(0, Math.min(1, words.length())).toUpperCase(Locale.ROOT)
        + words.substring(Math.min(1, words.length()));
  }

  private static String stem(TextFile file) {
    return String.valueOf(file.path().getFileName()).replaceFirst("\\.[a-z]+$", "");
  }

  private static String title(Language language) {
    return switch (language) {
      case JAVASCRIPT -> "JavaScript";
      case PYTHON -> "Python";
    };
  }

  private static String parameters(Saved saved) {
    return saved.head().parameters().stream()
        .map(each -> "--" + each.name())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" "),
                names -> names.isEmpty() ? "" : ", with the parameters " + names));
  }

  private void tellNext(SavedSession session, TextFile file, Saved saved) {
    if (!name.endsWith(RUNBOOK)) {
      Set<Language> left = session.languages();
      left.remove(language());
      left.forEach(other ->
          desk.tell(
              "what was said in %s is not in it; %s.md would hold both"
                  .formatted(title(other), stem(file))));
    }
    desk.tell("try it: ebb run %s%s --dry-run".formatted(file, missing(saved)));
  }

  /// What must be given.
  private static String missing(Saved saved) {
    return saved.head().parameters().stream()
        .filter(Parameter::required)
        .map(each -> " --" + each.name() + " …")
        .collect(Collectors.joining());
  }
}
