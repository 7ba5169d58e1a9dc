package io.ebb.script;

import io.ebb.script.catalogue.Arg;
import io.ebb.script.catalogue.Effect;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import io.ebb.script.catalogue.Word;
import io.ebb.script.head.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Kind(value = "roots", doc = "What every script can say without asking anything for it.")
final class Roots {
  private final Session session;
  private final Script script;

  Roots(Session session, Script script) {
    this.session = session;
    this.script = script;
  }

  @Fact(value = "ehpc", doc = "The EHPC service, as the account of the settings sees it.")
  EhpcWords ehpc() {
    return new EhpcWords(session);
  }

  @Fact(value = "params", doc = "The parameters that the head of the script declares, checked.")
  Map<String, @Nullable Object> params() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Parameter parameter : script.head().parameters()) {
      values.put(parameter.key(), null);
    }
    values.putAll(session.parameters());
    return spelt(values);
  }

  private Map<String, @Nullable Object> spelt(Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> spelt = new LinkedHashMap<>();
    values.forEach((name, value) -> spelt.put(script.language().spell(name), value));
    return spelt;
  }

  @Word(
      value = "show",
      doc =
          "Shows a value: nodes and lists as a table, a plan with its steps, a run with outcomes.",
      example = "show(cluster.nodes().idle())",
      effect = Effect.READ)
  void show(@Arg(value = "value", doc = "What to show.") @Nullable Object value) {
    session.host().show(Shown.of(value));
  }

  @Word(
      value = "log",
      doc = "Tells a line about the progress of the work, apart from the results.",
      example = "log(\"looking for idle nodes\")",
      effect = Effect.READ)
  void log(@Arg(value = "line", doc = "The line.") Text line) {
    session.host().log(line.text());
  }

  @Override
  public String toString() {
    return "ebb";
  }
}
