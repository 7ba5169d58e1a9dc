package io.ebb.cli;

import picocli.CommandLine.Model.CommandSpec;

/// A command whose options are not all those of its annotations.
interface Tailored {

  /// Changes the options, before anything is parsed or shown.
  void tailor(CommandSpec spec);
}
