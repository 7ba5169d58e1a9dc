package io.ebb.repl;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.builtins.Nano;
import org.jline.terminal.Terminal;

/// Has a text edited in the editor of the user's choice, by way of a file that only they can read
/// and that is gone afterwards.
///
/// @param command how the editor is called, for a shell; empty for JLine's own
/// @param outputIsTerminal whether it may inherit this process's output
/// @param attention whose Ctrl-C the editor's is not
/// @param notices told why it failed
record TextEditor(
    Terminal terminal,
    Optional<String> command,
    boolean outputIsTerminal,
    Attention attention,
    Notices notices) {

  /// The text as it was left; empty when the editor failed.
  ///
  /// @param suffix the ending of the file's name
  Optional<String> edit(String text, String suffix) {
    try {
      Path file = Files.createTempFile("ebb-", suffix);
      try {
        Files.writeString(file, text);
        return open(file) ? Optional.of(Files.readString(file)) : Optional.empty();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      notices.add("The text could not be edited: " + failure.getMessage());
      return Optional.empty();
    }
  }

  private boolean open(Path file) throws IOException {
    return command.isPresent() ? run(command.get(), file) : runOwn(file);
  }

  private boolean run(String editor, Path file) throws IOException {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", editor + " \"$@\"", "editor", file.toString())
            .inheritIO()
            .redirectOutput(outputIsTerminal ? Redirect.INHERIT : Redirect.to(new File("/dev/tty")))
            .start();
    attention.deaf(true);
    try {
      int code = process.waitFor();
      if (code != 0) {
        notices.add(
            "The editor `%s` failed (exit code %d); the variables VISUAL and EDITOR choose another."
                .formatted(editor, code));
      }
      return code == 0;
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      return false;
    } finally {
      attention.deaf(false);
    }
  }

  private boolean runOwn(Path file) throws IOException {
    var nano = new Nano(terminal, file.toAbsolutePath().getParent());
    nano.setRestricted(true);
    nano.open(file.getFileName().toString());
    nano.run();
    return true;
  }
}
