package io.ebb.cli;

import io.ebb.repl.completion.Command;
import io.ebb.repl.completion.Ids;
import io.ebb.repl.completion.Surroundings;
import io.ebb.script.Held;
import io.ebb.script.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// What completion looks at in a session: nothing that is not there yet is waited for.
///
/// @param held the variables of a language
/// @param known what there is by name; none before the session is connected
/// @param offered the commands
/// @param errands what goes on behind
record Around(
    Function<Language, Map<String, Held>> held,
    Supplier<? extends Ids> known,
    Supplier<List<Command>> offered,
    Errands errands)
    implements Surroundings {

  @Override
  public Map<String, Held> variables(Language language) {
    return held.apply(language);
  }

  @Override
  public Ids ids() {
    return known.get();
  }

  @Override
  public List<Command> commands() {
    return offered.get();
  }

  @Override
  public Map<String, String> jobs() {
    return errands.titles();
  }

  @Override
  public Path folder() {
    return Path.of("").toAbsolutePath();
  }
}
