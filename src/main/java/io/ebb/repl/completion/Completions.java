package io.ebb.repl.completion;

import io.ebb.script.Held;
import io.ebb.script.Language;
import io.ebb.script.Words;
import io.ebb.script.catalogue.Catalogue;
import io.ebb.script.catalogue.Input;
import io.ebb.script.lexer.Lexer;
import io.ebb.script.lexer.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Tells how half typed texts may go on, by what their words mean and by what is there. Evaluates
/// nothing, throws nothing, and waits for the service only as long as its [Ids] do. Safe for use by
/// many threads as far as its surroundings are.
public final class Completions {
  /// Nobody types a longer one.
  private static final int LONGEST = 50_000;

  /// Between them they use everything that has to be loaded.
  private static final List<String> FIRST_STEPS =
      List.of("", "e", "ehpc.", "ehpc.cluster(", "ehpc.clusters()[0].retire(\"n", ":", "log(`${");

  private final Catalogue catalogue;
  private final Surroundings surroundings;

  /// For the words of this version of Ebb.
  public Completions(Surroundings surroundings) {
    this.catalogue = Words.catalogue();
    this.surroundings = surroundings;
  }

  /// Does beforehand what the first Tab would take long for. To be called behind.
  public void prepare() {
    for (Language language : Language.values()) {
      FIRST_STEPS.forEach(text -> at(language, text, text.length()));
    }
  }

  /// How the text may go on at the cursor, the most likely first. Those that begin with what is
  /// typed; only when none does, those whose parts begin so, as in `lq` for `leaveQueue`.
  ///
  /// @param text a statement of one line or more, or a command with its colon
  /// @param cursor how many characters stand before it
  public List<Candidate> at(Language language, String text, int cursor) {
    if (cursor < 0 || cursor > text.length() || text.length() > LONGEST) {
      return List.of();
    } else if (text.startsWith(":")) {
      return command(language, text, cursor);
    }
    Optional<Language> spoken = Switch.of(text);
    return spoken.isPresent() && cursor >= Switch.LENGTH
        ? statement(spoken.get(), text, Switch.LENGTH, cursor)
        : statement(language, text, 0, cursor);
  }

  private List<Candidate> command(Language language, String text, int cursor) {
    CommandOffers commands = new CommandOffers(catalogue, surroundings, language);
    String head = text.substring(0, cursor);
    int blank = head.indexOf(' ');
    if (blank < 0) {
      return commands.names(head);
    }
    Optional<Command> command = commands.command(head.substring(0, blank));
    if (command.isEmpty()) {
      return List.of();
    }
    return command.get().takes() == Command.Takes.STATEMENT
        ? statement(language, text, blank + 1, cursor)
        : commands.arguments(command.get(), head);
  }

  /// A statement that begins somewhere in the text.
  private List<Candidate> statement(Language language, String text, int from, int cursor) {
    List<Candidate> candidates = statement(language, text.substring(from), cursor - from);
    return candidates.stream().map(candidate -> candidate.moved(from)).toList();
  }

  private List<Candidate> statement(Language language, String text, int cursor) {
    List<Token> before = Lexer.tokens(language, text.substring(0, cursor));
    if (before.isEmpty() || before.getLast().end() < cursor) {
      return names(half(language, text, cursor), text);
    }
    Token last = before.getLast();
    return switch (last.kind()) {
      case NAME, SIGN -> names(half(language, text, cursor), text);
      case TEXT -> last.open() ? quoted(language, text, cursor, last) : List.of();
      case COMMENT, NUMBER -> List.of();
    };
  }

  private Half half(Language language, String text, int cursor) {
    String head = text.substring(0, cursor);
    List<Token> before = Lexer.tokens(language, head);
    boolean within = !before.isEmpty() && before.getLast().end() == cursor;
    boolean quoted =
        within && before.getLast().open() && before.getLast().kind() == Token.Kind.TEXT;
    String behind = text.substring(cursor);
    Code code = Code.of(language, before, quoted ? "" : behind);
    Typing typing = new Typing(code, catalogue, variables(language));
    if (quoted) {
      int begin = Quoted.begin(before.getLast().text());
      int start = before.getLast().start() + begin;
      return new Half(code, typing, code.cursor() - 1, start, head.substring(start), behind);
    }
    boolean named = within && before.getLast().kind() == Token.Kind.NAME;
    int start = named ? before.getLast().start() : cursor;
    int at = named ? code.cursor() - 1 : code.cursor();
    return new Half(code, typing, at, start, head.substring(start), behind);
  }

  private Map<String, Held> variables(Language language) {
    return surroundings.variables(language);
  }

  private List<Candidate> names(Half half, String text) {
    Offers offers = new Offers(half.start(), half.typed());
    if (half.ofObject()) {
      new MemberOffers(catalogue, offers, half).ofObject();
    } else if (half.behindValue(text)) {
      Keywords.between(half.language())
          .forEach(word -> offers.add("language", word, word, "", true));
    } else if (!half.naming()) {
      new NameOffers(catalogue, variables(half.language()), offers, half).offer(quotes(offers));
    }
    return offers.best();
  }

  /// Adds what can be given as text, in quotes.
  private BiConsumer<OpenCall, Input> quotes(Offers offers) {
    IdOffers ids = new IdOffers(surroundings.ids(), offers, "\"", "\"");
    return (call, input) -> {
      switch (Wanted.by(call.word(), input)) {
        case Wanted.ACluster() -> ids.clusters();
        case Wanted.AQueue() -> ids.queues(call.cluster());
        case Wanted.ARun() -> ids.runs();
        case Wanted.Among(List<String> choices) -> ids.choices(choices);
        case Wanted.SomeNodes() -> ids.groups(call.cluster());
        case Wanted.Whatever() -> {} // nothing is known of it
      }
    };
  }

  private List<Candidate> quoted(Language language, String text, int cursor, Token open) {
    int hole = Quoted.hole(open.text());
    if (hole >= 0) {
      return statement(language, text, open.start() + hole, cursor);
    }
    return new TextOffers(
            catalogue, surroundings.ids(), surroundings.folder(), half(language, text, cursor))
        .best();
  }
}
