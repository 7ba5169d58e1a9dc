package io.ebb.settings;

import java.nio.file.Path;

/// Where a setting came from. The text of each says it to people.
public sealed interface Origin {

  /// Ebb's own default.
  record BuiltIn() implements Origin {
    @Override
    public String toString() {
      return "built in";
    }
  }

  /// A key of a configuration file.
  ///
  /// @param file the file
  /// @param key the path of the key in it, for example `profiles.lab.zone`; empty for the whole
  ///   file
  record InFile(Path file, String key) implements Origin {

    /// The place of a key in the mapping that this is the place of.
    InFile below(String name) {
      return new InFile(file, key.isEmpty() ? name : key + "." + name);
    }

    @Override
    public String toString() {
      return key.isEmpty() ? file.toString() : key + " in " + file;
    }
  }

  /// An environment variable.
  ///
  /// @param name the name, for example `QINGCLOUD_ZONE`
  record Variable(String name) implements Origin {
    @Override
    public String toString() {
      return "environment variable " + name;
    }
  }

  /// An option of the command line.
  ///
  /// @param name the name with its dashes, for example `--zone`
  record Option(String name) implements Origin {
    @Override
    public String toString() {
      return "option " + name;
    }
  }
}
