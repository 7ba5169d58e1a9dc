package io.ebb.repl.completion;

import io.ebb.script.Held;
import io.ebb.script.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a session knows that its candidates are made of. Everything is answered at once.
public interface Surroundings {

  /// The variables of the language, by name. What `params` holds is among them, where it holds
  /// something.
  Map<String, Held> variables(Language language);

  /// What there is by name.
  Ids ids();

  /// The commands of the session.
  List<Command> commands();

  /// What goes on behind: what it is, by its number.
  Map<String, String> jobs();

  /// Where file names begin that say no folder.
  Path folder();
}
