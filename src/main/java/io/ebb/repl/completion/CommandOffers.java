package io.ebb.repl.completion;

import io.ebb.script.Language;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Saying;
import java.util.List;
import java.util.Optional;

/// How a line goes on that is a command of the session.
final class CommandOffers {
  private final Catalogue catalogue;
  private final Surroundings surroundings;
  private final Language language;

  CommandOffers(Catalogue catalogue, Surroundings surroundings, Language language) {
    this.catalogue = catalogue;
    this.surroundings = surroundings;
    this.language = language;
  }

  /// The command that is named, fully or so that it can be no other.
  Optional<Command> command(String name) {
    List<Command> all = surroundings.commands();
    Optional<Command> exact = all.stream().filter(each -> each.name().equals(name)).findFirst();
    List<Command> close = all.stream().filter(each -> each.name().startsWith(name)).toList();
    return exact.or(() -> close.size() == 1 ? Optional.of(close.getFirst()) : Optional.empty());
  }

  /// The commands themselves.
  List<Candidate> names(String typed) {
    Offers offers = new Offers(0, typed);
    surroundings.commands().forEach(each -> command(offers, each));
    return offers.best();
  }

  /// What stands behind the command, up to the cursor.
  ///
  /// @param head the line up to the cursor
  List<Candidate> arguments(Command command, String head) {
    int start = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n')) + 1;
    String typed = head.substring(start);
    Offers offers = new Offers(start, typed);
    List<String> choices = choices(command, head.substring(0, start).stripTrailing());
    if (!choices.isEmpty()) {
      choices.forEach(choice -> offers.add("choices", choice, choice, "", true));
    } else if (typed.startsWith("-")) {
      command.options().forEach(option -> option(offers, option));
    } else if (command.takes() == Command.Takes.FILE) {
      return new FileOffers(surroundings.folder()).of(typed, start);
    } else {
      values(command.takes(), offers);
    }
    return offers.best();
  }

  /// The values of the option that stands before.
  private static List<String> choices(Command command, String before) {
    return command.options().stream()
        .filter(option -> before.endsWith(" " + option.name()))
        .findFirst()
        .map(Command.Option::choices)
        .orElse(List.of());
  }

  private static void option(Offers offers, Command.Option option) {
    offers.add("options", option.name(), option.name(), option.brief(), true);
  }

  private void values(Command.Takes takes, Offers offers) {
    switch (takes) {
      case RUN -> new IdOffers(surroundings.ids(), offers, "", "").runs();
      case JOB -> surroundings.jobs().forEach((job, what) -> offers.add("jobs", job, what));
      case TOPIC -> topics(offers);
      case NOTHING, STATEMENT, FILE -> {} // has no names of its own
    }
  }

  private void topics(Offers offers) {
    surroundings.commands().forEach(each -> command(offers, each));
    for (Catalogue.Entry kind : catalogue.kinds()) {
      if (!kind.name().equals(Saying.ROOTS)) {
        offers.add("objects", kind.name(), kind.doc());
      }
      if (offers.typed().contains(".") || kind.name().equals(Saying.ROOTS)) {
        kind.sayings().forEach(saying -> topic(offers, saying));
      }
    }
  }

  private void topic(Offers offers, Saying saying) {
    String object = saying.kind().equals(Saying.ROOTS) ? "" : saying.kind() + ".";
    offers.add("words", object + language.spell(saying.name()), Describe.saying(saying, language));
  }

  private static void command(Offers offers, Command command) {
    offers.add("commands", command.name(), command.name(), command.brief(), true);
  }
}
