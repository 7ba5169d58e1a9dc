package io.ebb.script;

import io.ebb.script.catalogue.Arg;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Opt;
import io.ebb.script.catalogue.Word;
import io.ebb.script.head.Parameter;
import io.ebb.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

@Kind(value = "roots", doc = "What every script can say without asking anything for it.")
final class Roots {
  private final Session session;
  private final Language language;
  private final Bridge bridge;
  private final Supplier<Turn> turn;

  /// @param turn the one that is taken
  Roots(Session session, Language language, Bridge bridge, Supplier<Turn> turn) {
    this.session = session;
    this.language = language;
    this.bridge = bridge;
    this.turn = turn;
  }

  private Steps steps() {
    return turn.get().steps();
  }

  private void count(@Nullable Object shown) {
    turn.get().output().add(shown);
  }

  @Fact(value = "ehpc", doc = "The EHPC service, as the account of the settings sees it.")
  EhpcWords ehpc() {
    return new EhpcWords(session);
  }

  @Fact(value = "params", doc = "The parameters that the head of the script declares, checked.")
  Map<String, @Nullable Object> params() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Parameter parameter : turn.get().script().head().parameters()) {
      values.put(parameter.key(), null);
    }
    values.putAll(session.parameters());
    return spelt(values);
  }

  private Map<String, @Nullable Object> spelt(Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> spelt = new LinkedHashMap<>();
    values.forEach((name, value) -> spelt.put(language.spell(name), value));
    return spelt;
  }

  @Word(
      value = "show",
      doc =
          "Shows a value: nodes and lists as a table, a plan with its steps, a run with outcomes.",
      example = "show(cluster.nodes().idle())",
      effect = Effect.READ)
  void show(@Arg(value = "value", doc = "What to show.") @Nullable Object value) {
    Object shown = Shown.of(value);
    count(shown);
    session.host().show(shown);
  }

  @Word(
      value = "log",
      doc = "Tells a line about the progress of the work, apart from the results.",
      example = "log(\"looking for idle nodes\")",
      effect = Effect.READ)
  void log(@Arg(value = "line", doc = "The line.") Text line) {
    count(line.text());
    session.host().log(line.text());
  }

  @Fact(value = "share", doc = "What one language hands to the other in a session, by name.")
  ShareWords share() {
    return new ShareWords(session.shared());
  }

  @Word(
      value = "confirm",
      doc =
          "Asks whether to go on. `--yes` answers it, also `--answer NAME=yes` where it has a name;"
              + " a dry run takes it for yes.",
      example = "log(confirm(\"Go on?\"))",
      effect = Effect.READ)
  boolean confirm(
      @Arg(value = "question", doc = "What is asked.") String question,
      @Opt(value = "name", doc = "A name by which it can be answered beforehand.")
          @Nullable String name) {
    String by = name == null ? "" : named(name);
    String call = Call.of("", "confirm", question, name);
    Host host = session.host();
    return session.outside().reply(call, () -> host.confirm(question, by)).yes();
  }

  @Word(
      value = "ask",
      doc = "Asks for something, and gives the answer as text. `--answer NAME=VALUE` answers it.",
      example = "ask(\"size\", {choices: [\"small\", \"large\"], otherwise: \"small\"})",
      python = "ask(\"size\", choices=[\"small\", \"large\"], otherwise=\"small\")",
      effect = Effect.READ)
  String ask(
      @Arg(value = "name", doc = "A name by which it can be answered beforehand.") String name,
      @Opt(value = "question", doc = "What is asked, for people.", otherwise = "the name")
          @Nullable String question,
      @Opt(value = "choices", doc = "The only answers that are taken.", otherwise = "any")
          @Nullable List<String> choices,
      @Opt(value = "otherwise", doc = "The answer when nobody gives one.", otherwise = "none")
          @Nullable String otherwise) {
    Prompt prompt = prompt(name, question, choices, otherwise);
    String call = Call.of("", "ask", name, question, choices, otherwise);
    return session.outside().reply(call, () -> session.host().ask(prompt)).text();
  }

  private static Prompt prompt(
      String name,
      @Nullable String question,
      @Nullable List<String> choices,
      @Nullable String otherwise) {
    List<String> taken = choices == null ? List.of() : choices;
    String asked = question == null ? name : question;
    Prompt prompt = new Prompt(named(name), asked, taken, otherwise);
    if (otherwise != null && !prompt.takes(otherwise)) {
      throw new MisuseException("ask(name): otherwise is none of its choices: " + otherwise);
    }
    return prompt;
  }

  private static String named(String name) {
    if (name.isBlank() || name.contains("=")) {
      throw new MisuseException(
          "a question is named by text without =, not \"%s\"".formatted(name));
    }
    return name;
  }

  @Word(
      value = "step",
      doc =
          "Runs the function as a step: told and recorded as it begins and ends, and named in"
              + " errors. Gives what the function gives. In Python also `with step(name):`.",
      example = "step(\"look\", () => show(cluster.nodes().idle()))",
      python = "step(\"look\", lambda: show(cluster.nodes().idle()))",
      effect = Effect.READ)
  @Nullable Object step(
      @Arg(value = "name", doc = "What the step does, in few words.") String name,
      @Arg(value = "work", doc = "The function.") Supplier<@Nullable Object> work) {
    steps().enter(name);
    Object given;
    try {
      given = work.get();
    } catch (PolyglotException e) {
      if (e.isGuestException() && !e.isCancelled() && !e.isInterrupted()) {
        bridge.failedIn(e.getGuestObject(), steps().leave(true));
      }
      throw e;
    }
    String _ = steps().leave(false);
    return given;
  }

  /// Python's `with` has entered a step.
  @Nullable Object enter(Value name) {
    if (!name.isString()) {
      throw new MisuseException("step(name): name must be text");
    }
    steps().enter(name.asString());
    return null;
  }

  /// Python's `with` has left a step; which one.
  String leave(boolean failed) {
    return steps().leave(failed);
  }

  @Word(
      value = "sleep",
      doc =
          "Waits. A script that is resumed waits for the rest only; a wish to stop ends it at once,"
              + " and a dry run does not wait.",
      example = "sleep(\"1s\")",
      effect = Effect.READ)
  void sleep(@Arg(value = "span", doc = "How long.") Duration span) {
    if (session.host().rehearses()) {
      session.host().log("dry run: would now sleep for " + Durations.format(span));
    } else {
      session.outside().sleep(span);
    }
  }

  @Word(
      value = "now",
      doc = "What time it is. A script that is resumed is told what it was told the first time.",
      example = "show(now())",
      effect = Effect.READ)
  Instant now() {
    return session.outside().now();
  }

  @Word(
      value = "help",
      doc =
          "Shows what the manual says: of a word such as `cluster.retire`, of an object, of a name,"
              + " or else which objects there are.",
      example = "help(cluster.retire)",
      effect = Effect.READ)
  void help(
      @Arg(value = "about", doc = "A word, an object, or a name as text.") @Nullable Object about) {
    session.host().show(Help.about(about, language));
  }

  @Override
  public String toString() {
    return "ebb";
  }
}
