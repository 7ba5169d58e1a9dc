package io.ebb.cli.colon;

import io.ebb.script.Language;
import io.ebb.script.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `:edit`: opens the editor.
@Command(
    name = ":edit",
    description = {
      "Edit a statement or a file, and say what comes back.",
      "",
      "In the editor of $VISUAL or $EDITOR. An empty text, or one that was not changed, is not said."
    },
    footer = {"", "  :edit", "  :edit 12", "  :edit lib/idle.js"})
final class EditCommand implements Runnable {
  private final Desk desk;

  @Parameters(
      arity = "0..1",
      paramLabel = "N|FILE",
      description = "The statement of this number in :history, or a file (default: the last one).")
  private @Nullable String which;

  EditCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (which == null || which.matches("\\d{1,9}")) {
      statement(chosen());
    } else {
      file(TextFile.named(which));
    }
  }

  private Statement chosen() {
    List<Statement> all = desk.statements();
    if (which == null) {
      return all.isEmpty() ? new Statement(desk.language(), "", "") : all.getLast();
    }
    int number = Integer.parseInt(which);
    if (number < 1 || number > all.size()) {
      throw new IllegalArgumentException(
          "there is no statement %d: see :history".formatted(number));
    }
    return all.get(number - 1);
  }

  private void statement(Statement before) {
    changed(before.text(), before.language().extension())
        .ifPresent(text -> {
          desk.console().output().println(text);
          boolean _ = desk.say(before.language(), text);
        });
  }

  private void file(TextFile file) {
    Language language =
        Language.ofFile(file.toString())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "what is %s? a number of :history, or a file that ends in .js or .py"
                        .formatted(which)));
    changed(file.exists() ? file.read() : "", language.extension())
        .ifPresent(text -> {
          file.write(text + "\n", true);
          desk.tell("written: %s; say it with :load %s".formatted(file, file));
        });
  }

  private Optional<String> changed(String before, String extension) {
    Optional<String> after =
        desk.console()
            .edit(before, extension)
            .map(String::stripTrailing)
            .filter(text -> !text.isBlank() && !text.equals(before.stripTrailing()));
    if (after.isEmpty()) {
      desk.tell("nothing was changed, and nothing said");
    }
    return after;
  }
}
