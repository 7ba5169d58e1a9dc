package io.ebb.script;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A dialogue about a simulated cluster of its own.
final class Talk implements AutoCloseable {
  static final String CLUSTER = "ehpc-8jqdq0mz";

  final Stage stage;
  final Dialogue dialogue;
  private final AtomicInteger number = new AtomicInteger();

  Talk() {
    this(new Stage());
  }

  Talk(Stage stage) {
    this.stage = stage;
    this.dialogue = stage.ebb.dialogue(stage.host);
  }

  Said say(Language language, String text) {
    String prompt = language == Language.PYTHON ? "py" : "js";
    String name = "%s[%d]".formatted(prompt, number.incrementAndGet());
    return dialogue.say(new Statement(language, text, name));
  }

  /// What the statement gives, in a plain form.
  @Nullable Object value(Language language, String text) {
    stage.host.show(say(language, text).value());
    return stage.host.shown.removeLast();
  }

  @Nullable Object js(String text) {
    return value(Language.JAVASCRIPT, text);
  }

  @Nullable Object py(String text) {
    return value(Language.PYTHON, text);
  }

  ScriptException errorOf(Language language, String text) {
    return catchThrowableOfType(ScriptException.class, () -> say(language, text));
  }

  @Override
  public void close() {
    dialogue.close();
    stage.close();
  }
}
