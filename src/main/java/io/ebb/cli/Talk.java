package io.ebb.cli;

import io.ebb.repl.Conversation;
import io.ebb.repl.EditableFiles;
import io.ebb.repl.PromptLine;
import io.ebb.repl.completion.Candidate;
import io.ebb.repl.completion.Completions;
import io.ebb.repl.completion.Suggestible;
import io.ebb.script.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What a session makes of the lines that are typed.
final class Talk implements Conversation {
  private final SessionDesk desk;
  private final String place;
  private final boolean production;
  private final Secrecy secrecy;
  private final EditableFiles profile;
  private final Map<String, Optional<Path>> highlighting = new ConcurrentHashMap<>();
  private final Completions completions;
  private final Suggestible suggestible = new Suggestible();

  /// @param place where one is, such as the profile
  /// @param production whether what is destroyed there is missed
  /// @param secrecy what may be written down
  /// @param profile where the rules of highlighting are
  Talk(SessionDesk desk, String place, boolean production, Secrecy secrecy, EditableFiles profile) {
    this.desk = desk;
    this.place = place;
    this.production = production;
    this.secrecy = secrecy;
    this.profile = profile;
    this.completions = new Completions(desk.around());
  }

  /// Does beforehand what the first keys would wait for. To be called behind.
  void prepare() {
    completions.prepare();
  }

  @Override
  public PromptLine prompt() {
    desk.listen();
    return new PromptLine(place, production, Entered.word(desk.language()));
  }

  @Override
  public boolean incomplete(String text) {
    return switch (entered(text)) {
      case Entered.Nothing _, Entered.Question _ -> false;
      case Entered.Command command -> desk.incomplete(command);
      case Entered.Words words -> desk.incomplete(words.language(), words.text());
    };
  }

  @Override
  public List<Candidate> complete(String text, int cursor) {
    return completions.at(desk.language(), text, cursor);
  }

  @Override
  public boolean suggestible(String text) {
    return suggestible.test(text);
  }

  @Override
  public boolean memorable(String text) {
    return secrecy.allows(text);
  }

  @Override
  public Optional<Path> highlighting(String text) {
    return highlighting.computeIfAbsent(rules(text), profile::find);
  }

  private String rules(String text) {
    if (text.stripLeading().startsWith(":")) {
      return "commands.nanorc";
    }
    Language language =
        entered(text) instanceof Entered.Words words ? words.language() : desk.language();
    return switch (language) {
      case JAVASCRIPT -> "javascript.nanorc";
      case PYTHON -> "python.nanorc";
    };
  }

  @Override
  public boolean carryOut(String text) {
    switch (entered(text)) {
      case Entered.Nothing _ -> {}
      case Entered.Command command -> {
        desk.typed(":", text.strip());
        desk.command(command);
      }
      case Entered.Words words -> {
        desk.typed(Entered.word(words.language()), words.text());
        boolean _ = desk.say(words.language(), words.text());
      }
      case Entered.Question question -> desk.explain(question);
    }
    return !desk.left();
  }

  private Entered entered(String text) {
    return Entered.of(text, desk.language(), desk::variable);
  }

  @Override
  public void interrupt() {
    desk.interrupt();
  }

  @Override
  public boolean leave() {
    return desk.mayLeave();
  }
}
