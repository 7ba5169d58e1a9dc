package io.ebb.repl;

import java.io.IOError;
import java.util.HashMap;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/// A terminal whose cursor can be moved: lines are edited in place, and what is shown while one is
/// being read goes above it.
final class LineEditor extends LineReaderImpl implements Keyboard {
  private static final String PASTE_ON = "\033[?2004h";
  private static final String PASTE_OFF = "\033[?2004l";
  private static final String PASTE_END = "\033[201~";
  private static final String CTRL_D = KeyMap.ctrl('D');

  private final boolean colours;
  private final Prompts prompts;
  private final Attention attention;
  private final Sizes sizes;
  private final Remembered remembered;
  private final Completion completion = new Completion();
  private final Highlighting highlighting;
  private final TextEditor textEditor;
  private final Attributes found;
  private final StringBuilder heldBack = new StringBuilder();
  private @Nullable Conversation conversation;
  private String language = "";
  private String suggestion = "";
  private boolean aside;
  private boolean midLine;

  LineEditor(
      Terminal terminal,
      boolean colours,
      Attention attention,
      Sizes sizes,
      Remembered remembered,
      TextEditor textEditor,
      Notices notices) {
    super(terminal, "ebb", new HashMap<>());
    this.colours = colours;
    this.prompts = new Prompts(colours);
    this.attention = attention;
    this.sizes = sizes;
    this.remembered = remembered;
    this.textEditor = textEditor;
    this.highlighting = new Highlighting(notices);
    this.found = terminal.getAttributes();
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
    int columns = sizes.now().getColumns();
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
    sizes.now();
    setHistory(new DefaultHistory());
    try {
      return typed(question);
    } finally {
      setHistory(remembered);
    }
  }

  @Override
  public void show(String text) {
    lock.lock();
    try {
      if (text.isEmpty()) {
        return;
      }
      if (aside) {
        heldBack.append(text);
      } else if (reading) {
        printAbove(text);
      } else {
        terminal.writer().print(text);
        terminal.flush();
        midLine = !text.endsWith("\n") && !text.endsWith("\r\033[K");
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean reading() {
    return isReading();
  }

  @Override
  public void aside(Runnable work) {
    lock.lock();
    try {
      aside = true;
      leaveTerminal();
      unlocked(work);
    } finally {
      aside = false;
      takeTerminal();
      lock.unlock();
    }
    lock.lock();
    try {
      show(heldBack.toString());
      heldBack.setLength(0);
    } finally {
      lock.unlock();
    }
  }

  /// Leaves the terminal to the shell, as Ctrl-Z was pressed.
  void suspend() {
    lock.lock();
    try {
      leaveTerminal();
    } finally {
      lock.unlock();
    }
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

  @Override
  protected void handleSignal(Terminal.Signal signal) {
    sizes.now();
    if (signal == Terminal.Signal.CONT) {
      resume();
    } else if (!aside) {
      super.handleSignal(signal);
    }
  }

  /// Takes the terminal again, as the process goes on.
  private void resume() {
    lock.lock();
    try {
      takeTerminal();
      if (reading) {
        redisplay();
      }
    } finally {
      lock.unlock();
    }
  }

  private Typed typed(String prompt) {
    freshen();
    if (!attention.beginTyping()) {
      return Typed.Nothing.GONE;
    }
    try {
      return new Typed.Text(readLine(pattern(prompt)));
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

  /// A prompt begins at the left, whatever was echoed or left unfinished there.
  private void freshen() {
    terminal.writer().print(midLine ? "\r\n" : "\r\033[K");
    midLine = false;
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
      return acceptLine();
    }
    if (!Statements.goesOn(text, buf.cursor(), with)) {
      replace(Statements.tidy(text));
      return acceptLine();
    }
    buf.write("\n" + Statements.indentation(buf.upToCursor(), language));
    return true;
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

  private void leaveTerminal() {
    if (reading) {
      clear();
      terminal.puts(Capability.keypad_local);
      terminal.writer().write(PASTE_OFF);
    }
    terminal.setAttributes(found);
    terminal.flush();
  }

  private void takeTerminal() {
    if (reading && !aside) {
      terminal.enterRawMode();
      terminal.writer().print("\r");
      terminal.puts(Capability.clr_eos);
      terminal.puts(Capability.keypad_xmit);
      terminal.writer().write(PASTE_ON);
      size = sizes.now();
      display.resize(size);
      redrawLine();
    }
  }

  private void unlocked(Runnable work) {
    int holds = lock.getHoldCount();
    for (int i = 0; i < holds; i++) {
      lock.unlock();
    }
    try {
      work.run();
    } finally {
      for (int i = 0; i < holds; i++) {
        lock.lock();
      }
    }
  }
}
