package io.ebb.repl;

import java.io.IOError;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/// A terminal whose cursor can be moved: lines are edited in place, with completion, history and
/// highlighting.
final class LineEditor extends SharedScreen implements Keyboard {
  private static final String PASTE_END = "\033[201~";
  private static final String CTRL_C = KeyMap.ctrl('C');
  private static final String CTRL_D = KeyMap.ctrl('D');

  /// Keys that were pressed before come at once; people take longer for the next one.
  private static final long AT_ONCE_MILLIS = 20;

  private final boolean colours;
  private final Prompts prompts;
  private final Attention attention;
  private final Remembered remembered;
  private final Completion completion = new Completion();
  private final Highlighting highlighting;
  private final TextEditor textEditor;
  private @Nullable Conversation conversation;
  private String language = "";
  private String suggestion = "";

  LineEditor(
      Terminal terminal,
      boolean colours,
      Attention attention,
      Sizes sizes,
      Remembered remembered,
      TextEditor textEditor,
      Notices notices) {
    super(terminal, sizes);
    this.colours = colours;
    this.prompts = new Prompts(colours);
    this.attention = attention;
    this.remembered = remembered;
    this.textEditor = textEditor;
    this.highlighting = new Highlighting(notices);
    setVariable(HISTORY_SIZE, HistoryFile.KEPT);
    setHistory(remembered);
    remembered.attach(this);
    remembered.read();
    setHighlighter(highlighting);
    setParser(completion);
    setCompleter(completion);
    setCompletionMatcher(new GivenMatcher());
    Habits.teach(this, colours);
    bindKeys();
  }

  @Override
  public Typed statement(Conversation with) {
    PromptLine line = with.prompt();
    int columns = columns();
    setVariable(SECONDARY_PROMPT_PATTERN, pattern(prompts.further(line, columns)));
    language = line.language();
    talkTo(with);
    try {
      return typed(prompts.first(line, columns));
    } finally {
      talkTo(null);
    }
  }

  @Override
  public Typed answer(String question) {
    setHistory(new DefaultHistory());
    widgets.put(CALLBACK_INIT, this::dropEarlyKeys);
    try {
      return typed(question);
    } finally {
      widgets.remove(CALLBACK_INIT);
      setHistory(remembered);
    }
  }

  /// What was typed, or pasted, before a question can be read does not answer it.
  private boolean dropEarlyKeys() {
    try {
      while (bindingReader.peekCharacter(AT_ONCE_MILLIS) >= 0) {
        int _ = bindingReader.readCharacter();
      }
    } catch (IOError interrupted) {
      Thread.currentThread().interrupt(); // by Ctrl-C, of which whoever reads next is to hear
    }
    return true;
  }

  @Override
  public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
    boolean suggests = doAutosuggestion && post == null && buf.cursor() == buf.length();
    AttributedString shown =
        withoutLastBreak(super.getDisplayedBufferWithPrompts(secondaryPrompts));
    suggestion = suggests ? suggestion() : "";
    if (!colours) {
      return Monochrome.of(shown);
    }
    return suggestion.isEmpty() ? shown : withSuggestion(shown);
  }

  private Typed typed(String prompt) {
    freshen();
    if (!attention.beginTyping()) {
      return Typed.Nothing.GONE;
    }
    try {
      String text = readLine(pattern(prompt));
      heedEarlyKeys();
      return new Typed.Text(text);
    } catch (UserInterruptException dropped) {
      return Typed.Nothing.DROPPED;
    } catch (EndOfFileException end) {
      return CTRL_D.equals(getLastBinding()) ? Typed.Nothing.LEFT : Typed.Nothing.GONE;
    } catch (IOError gone) {
      return Typed.Nothing.GONE;
    } finally {
      attention.endTyping();
    }
  }

  /// Looks at what was typed since the line was taken, while Ctrl-C was a key and no signal. What
  /// stands before a Ctrl-C goes with it; the rest is typed ahead.
  private void heedEarlyKeys() {
    StringBuilder early = new StringBuilder();
    while (bindingReader.peekCharacter(AT_ONCE_MILLIS) >= 0) {
      early.appendCodePoint(bindingReader.readCharacter());
    }
    int last = early.lastIndexOf(CTRL_C);
    if (last >= 0) {
      attention.interrupt();
    }
    runMacro(early.substring(last + 1));
  }

  private void talkTo(@Nullable Conversation with) {
    conversation = with;
    completion.ask(with);
    highlighting.ask(colours ? with : null);
  }

  private static String pattern(String prompt) {
    return prompt.replace("%", "%%");
  }

  private void bindKeys() {
    var search = new PrefixSearch(buf, this::getHistory);
    widgets.put(ACCEPT_LINE, this::enter);
    widgets.put(UP_LINE_OR_SEARCH, search::older);
    widgets.put(DOWN_LINE_OR_SEARCH, search::newer);
    widgets.put(BEGIN_PASTE, this::paste);
    widgets.put(EXPAND_OR_COMPLETE, this::tab);
    widgets.put(EDIT_AND_EXECUTE_COMMAND, this::editElsewhere);
    widgets.put(FORWARD_CHAR, () -> takeSuggestion() || forwardChar());
    widgets.put(END_OF_LINE, () -> takeSuggestion() || endOfLine());
  }

  private boolean enter() {
    Conversation with = conversation;
    String text = buf.toString();
    if (with == null) {
      return taken();
    }
    if (!Statements.goesOn(text, buf.cursor(), with)) {
      replace(Statements.tidy(text));
      return taken();
    }
    buf.write("\n" + Statements.indentation(buf.upToCursor(), language));
    return true;
  }

  /// The line is taken as it is. From here on a Ctrl-C concerns what comes of it; JLine would
  /// forget it on its way out.
  private boolean taken() {
    terminal.handle(Terminal.Signal.INT, _ -> attention.interrupt());
    attention.endTyping();
    return acceptLine();
  }

  private boolean tab() {
    String blanks = Statements.tab(buf.upToCursor());
    if (blanks.isEmpty()) {
      return completeWord();
    }
    buf.write(blanks);
    return true;
  }

  private boolean paste() {
    String text = doReadStringUntil(PASTE_END);
    buf.write(text.replace("\r\n", "\n").replace('\r', '\n'));
    return true;
  }

  private boolean takeSuggestion() {
    if (suggestion.isEmpty() || buf.cursor() < buf.length()) {
      return false;
    }
    buf.write(suggestion);
    return true;
  }

  private boolean editElsewhere() {
    String suffix = language.startsWith("py") ? ".py" : ".js";
    String text = buf.toString();
    aside(() -> textEditor.edit(text, suffix).ifPresent(edited -> replace(edited.stripTrailing())));
    return true;
  }

  private void replace(String text) {
    buf.clear();
    buf.write(text);
  }

  private String suggestion() {
    Conversation with = conversation;
    return with == null || !colours ? "" : Suggestions.rest(buf.toString(), getHistory(), with);
  }

  /// A menu that fills the screen ends in a line break too many for it.
  private AttributedString withoutLastBreak(AttributedString shown) {
    int last = shown.length() - 1;
    return post != null && last >= 0 && shown.charAt(last) == '\n'
        ? shown.subSequence(0, last)
        : shown;
  }

  private AttributedString withSuggestion(AttributedString shown) {
    int end = suggestion.indexOf('\n');
    String line = end < 0 ? suggestion : suggestion.substring(0, end) + " …";
    return new AttributedStringBuilder()
        .append(shown)
        .append(line, AttributedStyle.DEFAULT.faint())
        .toAttributedString();
  }
}
