package io.ebb.repl;

import static java.util.Objects.requireNonNull;

import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.Reference;

/// How a line reader is to behave, where JLine's own way is another.
final class Habits {
  private static final String NOTHING_SPECIAL = "default";

  /// Longer texts are neither coloured nor undone: a key must not wait for that.
  private static final int LONGEST_CARED_FOR = 20_000;

  private Habits() {}

  static void teach(LineReader reader, boolean colours) {
    reader.setOpt(Option.DISABLE_EVENT_EXPANSION);
    reader.unsetOpt(Option.INSERT_TAB);
    reader.setOpt(Option.AUTO_MENU);
    reader.setOpt(Option.GROUP_PERSIST);
    reader.setVariable(LineReader.BELL_STYLE, "none");
    reader.setVariable(LineReader.BLINK_MATCHING_PAREN, 0);
    reader.setVariable(LineReader.FEATURES_MAX_BUFFER_SIZE, LONGEST_CARED_FOR);
    if (!colours) {
      reader.setVariable(LineReader.COMPLETION_STYLE_STARTING, NOTHING_SPECIAL);
      reader.setVariable(LineReader.COMPLETION_STYLE_DESCRIPTION, NOTHING_SPECIAL);
      reader.setVariable(LineReader.COMPLETION_STYLE_GROUP, NOTHING_SPECIAL);
    }
    bindKeys(reader);
  }

  private static void bindKeys(LineReader reader) {
    var keys = requireNonNull(reader.getKeyMaps().get(LineReader.EMACS));
    keys.bind(new Reference(LineReader.DELETE_CHAR), KeyMap.ctrl('D'));
    // Terminals that did not hear of "application mode" send these for the arrows.
    keys.bind(new Reference(LineReader.UP_LINE_OR_SEARCH), "\033[A", KeyMap.ctrl('P'));
    keys.bind(new Reference(LineReader.DOWN_LINE_OR_SEARCH), "\033[B", KeyMap.ctrl('N'));
    keys.bind(new Reference(LineReader.FORWARD_CHAR), "\033[C");
    keys.bind(new Reference(LineReader.BACKWARD_CHAR), "\033[D");
    keys.bind(new Reference(LineReader.BEGINNING_OF_LINE), "\033[H", "\033[1~");
    keys.bind(new Reference(LineReader.END_OF_LINE), "\033[F", "\033[4~");
  }
}
