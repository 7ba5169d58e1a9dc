package io.ebb.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads configuration files.
final class YamlFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Set<PosixFilePermission> OTHERS_READ =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private YamlFile() {}

  /// What the file holds; a missing node when the file does not exist, is empty, or cannot be used,
  /// which `problems` then tells.
  static JsonNode read(Path file, List<Problem> problems) {
    try {
      return YAML.readTree(Files.readString(file, UTF_8));
    } catch (NoSuchFileException _) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      problems.add(
          new Problem(
              "%s cannot be read (%s)".formatted(file, e.getClass().getSimpleName()),
              "make it a text file in UTF-8 that you may read, or remove it"));
    } catch (JacksonException e) {
      problems.add(malformed(file, e));
    }
    return MissingNode.getInstance();
  }

  /// Whether users other than the owner may read the file; false where permissions are unknown.
  static boolean readableByOthers(Path file) {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    try {
      return view != null
          && !Collections.disjoint(view.readAttributes().permissions(), OTHERS_READ);
    } catch (IOException _) {
      // The file was read a moment ago; if its permissions cannot be, there is nothing to say.
      return false;
    }
  }

  /// The parser's own message and its exception are left out: they quote the line, keys and all.
  private static Problem malformed(Path file, JacksonException e) {
    return new Problem(
        "%s, line %d, column %d: not valid YAML"
            .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
        "write each key once, as \"key: value\", indent with blanks, and quote values with special characters");
  }
}
