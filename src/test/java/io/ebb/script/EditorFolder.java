package io.ebb.script;

import io.ebb.script.catalogue.Saying;
import io.ebb.script.head.Parameter;
import io.ebb.script.manual.EditorFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder as somebody has it who writes scripts in an editor: what `ebb editor` writes, the
/// scripts that ship, the examples of the catalogue, and a script full of mistakes.
final class EditorFolder {
  static final String EXAMPLES = "examples";
  static final String WRONG = "wrong";

  private static final Path SCRIPTS = Path.of("scripts");

  private EditorFolder() {}

  /// The texts of all files by their paths in the folder.
  static SequencedMap<String, String> files() throws IOException {
    SequencedMap<String, String> files = new TreeMap<>(scripts());
    List<Parameter> parameters = new ArrayList<>();
    files.forEach((name, text) ->
        parameters.addAll(Script.of(name, languageOf(name), text).head().parameters()));
    files.putAll(EditorFiles.of(Words.catalogue(), parameters));
    for (Language language : Language.values()) {
      String extension = language == Language.JAVASCRIPT ? ".js" : ".py";
      files.put(EXAMPLES + extension, examples(language));
      files.put(WRONG + extension, resource(WRONG + extension));
    }
    return files;
  }

  /// Writes the folder, which other programs are to look at.
  static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static Map<String, String> scripts() throws IOException {
    Map<String, String> scripts = new TreeMap<>();
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      for (Path file : files.toList()) {
        if (Language.ofFile(file.toString()).isPresent()) {
          scripts.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return scripts;
  }

  private static Language languageOf(String name) {
    return Language.ofFile(name).orElseThrow();
  }

  private static String examples(Language language) {
    StringBuilder out = new StringBuilder();
    if (language == Language.PYTHON) {
      out.append("# pyright: reportUnusedExpression=false\n");
    }
    Words.catalogue().kinds().stream()
        .flatMap(kind -> kind.words().stream())
        .forEach(word -> out.append(example(word, language)));
    return out.toString();
  }

  /// Each in a place of its own, so that its variables are its own.
  private static String example(Saying word, Language language) {
    return switch (language) {
      case JAVASCRIPT -> {
        String line = word.javascript();
        yield "{\n" + ExampleVariables.declared(line, language) + line + "\n}\n";
      }
      case PYTHON -> {
        String line = word.python();
        String body = ExampleVariables.declared(line, language) + line;
        yield "def %s():\n%s\n".formatted(word.key().replace('.', '_'), body.indent(4));
      }
    };
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = EditorFolder.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
