package io.ebb.script;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A folder with a script and files beside it.
record Desk(Path folder, Stage stage) {

  Desk with(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Script script(Language language, String text) {
    String name = "main" + (language == Language.PYTHON ? ".py" : ".js");
    return Script.read(with(name, text).folder.resolve(name), language);
  }

  void run(Language language, String text) {
    stage.run(script(language, text), Map.of());
  }

  ScriptException errorOf(Language language, String text) {
    return catchThrowableOfType(ScriptException.class, () -> run(language, text));
  }

  /// An error's place, as a path from the folder.
  String place(ScriptException e) {
    return e.location().replace(folder + "/", "");
  }
}
