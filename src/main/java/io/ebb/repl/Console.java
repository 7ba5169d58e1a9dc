package io.ebb.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Signals;

/// The terminal of this process, or another one, as a session uses it.
///
/// What is printed to [#output] and [#errors] while a line is being read goes above that line,
/// which stays as it is. Those two are for any thread, the rest is for the one that made it.
public final class Console implements AutoCloseable {
  private final Terminal terminal;
  private final Attention attention = new Attention();
  private final Notices notices = new Notices();
  private final Sizes sizes;
  private final boolean live;
  private final boolean resultsAreElsewhere;
  private final Remembered remembered;
  private final TextEditor textEditor;
  private final Keyboard keyboard;
  private final LineStream lines;
  private final PrintStream output;
  private final PrintStream errors;
  private final Deque<Runnable> closing = new ArrayDeque<>();
  private Optional<Conversation> conversation = Optional.empty();

  private Console(Terminal terminal, ConsoleOptions options) {
    this.terminal = terminal;
    sizes = new Sizes(terminal);
    sizes.now();
    live = !options.dumb();
    resultsAreElsewhere = options.results().isPresent();
    remembered = new Remembered(options.history(), this::memorable, notices);
    textEditor =
        new TextEditor(terminal, options.editor(), !resultsAreElsewhere, attention, notices);
    keyboard = live ? editor(options) : new PlainKeyboard(terminal, attention, remembered);
    lines = new LineStream(keyboard);
    var shown = new PrintStream(lines, false, UTF_8);
    output = options.results().orElse(shown);
    errors = options.remarks().orElse(shown);
    terminal.handle(Signal.INT, signal -> attention.interrupt());
  }

  /// The terminal of this process. Standard input must be one; the prompt goes to standard error
  /// when standard output is none. Ctrl-C, Ctrl-Z and requests to end are taken until [#close].
  ///
  /// @throws UncheckedIOException if it cannot be used
  public static Console open(ConsoleOptions options) {
    var console = new Console(Terminals.own(options.dumb() ? "ansi" : options.term()), options);
    console.heed("TERM");
    console.heed("HUP");
    if (console.keyboard instanceof LineEditor editor) {
      new Suspension(console.terminal, editor::suspend).begin();
    }
    return console;
  }

  /// A terminal at the other end of two streams, whose keys are bytes and Ctrl-C is one of them.
  ///
  /// @param columns its width; 0 if unknown
  /// @param lines its height; 0 if unknown
  /// @throws UncheckedIOException if the streams cannot be used
  public static Console over(
      InputStream in, OutputStream out, int columns, int lines, ConsoleOptions options) {
    return on(Terminals.over(in, out, options.term(), columns, lines), options);
  }

  static Console on(Terminal terminal, ConsoleOptions options) {
    return new Console(terminal, options);
  }

  /// Reads lines and has them carried out until one of them, Ctrl-D or the end of the terminal ends
  /// the session. Ctrl-C at the prompt drops the line; while a line is carried out it
  /// [interrupts][Conversation#interrupt].
  public void converse(Conversation with) {
    conversation = Optional.of(with);
    boolean goesOn = true;
    while (goesOn && !attention.isOver()) {
      notices.tell(errors);
      lines.settle();
      goesOn =
          switch (keyboard.statement(with)) {
            case Typed.Text(String text) -> text.isBlank() || attend(() -> with.carryOut(text));
            case Typed.Nothing.DROPPED -> true;
            case Typed.Nothing.LEFT -> attend(() -> !with.leave());
            case Typed.Nothing.GONE -> false;
          };
    }
  }

  /// Asks for one line, which is not kept in the history. Whoever carries something out may ask, by
  /// any thread, but only one at a time.
  ///
  /// @param question what stands before the cursor, a blank at its end
  /// @return what was typed; empty when the question was left by Ctrl-C or Ctrl-D
  public Optional<String> ask(String question) {
    lines.settle();
    return keyboard.answer(question) instanceof Typed.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// Where results go.
  public PrintStream output() {
    return output;
  }

  /// Where everything else goes.
  public PrintStream errors() {
    return errors;
  }

  /// How many columns there are now.
  public int columns() {
    return sizes.now().getColumns();
  }

  /// How many lines there are now.
  public int lines() {
    return sizes.now().getRows();
  }

  /// Whether a line can be written over, and the cursor moved.
  public boolean live() {
    return live;
  }

  /// What was typed in this session and those before, oldest first.
  public List<String> history() {
    return remembered.statements();
  }

  /// Shows a text that is longer than the screen page by page; prints it where that cannot be done.
  public void page(String text) {
    var pager = new Pager(terminal, text, sizes.now());
    if (!live || resultsAreElsewhere || !pager.needed()) {
      output.println(text.stripTrailing());
      return;
    }
    lines.settle();
    usingKeys(pager::run);
  }

  /// Has a text edited in the editor of `VISUAL` or `EDITOR`, else in one of our own.
  ///
  /// @param text what to begin with
  /// @param suffix the ending of the file's name, such as `.js`
  /// @return the text as it was left; empty when the editor failed
  public Optional<String> edit(String text, String suffix) {
    var edited = new ArrayDeque<String>();
    lines.settle();
    usingKeys(() -> textEditor.edit(text, suffix).ifPresent(edited::add));
    notices.tell(errors);
    return edited.stream().findFirst();
  }

  /// Leaves the terminal as it was found.
  @Override
  public void close() {
    lines.settle();
    closing.forEach(Runnable::run);
    sizes.close();
    try {
      terminal.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("The terminal cannot be left in order", failure);
    }
  }

  /// Ends the session, by any thread: what is typed is dropped, what is carried out interrupted.
  void finish() {
    attention.finish();
  }

  /// Whether a line is being read at this moment.
  boolean reading() {
    return keyboard.reading();
  }

  private LineEditor editor(ConsoleOptions options) {
    return new LineEditor(
        terminal, options.colours(), attention, sizes, remembered, textEditor, notices);
  }

  private void heed(String signal) {
    Object before = Signals.register(signal, this::finish);
    closing.push(() -> Signals.unregister(signal, before));
  }

  private boolean memorable(String text) {
    return conversation.map(with -> with.memorable(text)).orElse(false);
  }

  /// @return whether the session goes on; it does when a Ctrl-C came before the work began
  private boolean attend(BooleanSupplier work) {
    if (!attention.begin(this::interrupt)) {
      errors.println("interrupted before it began");
      return true;
    }
    try {
      return work.getAsBoolean();
    } finally {
      attention.end();
    }
  }

  /// The terminal has echoed the key where the cursor was.
  private void interrupt() {
    keyboard.show("\n");
    conversation.orElseThrow().interrupt();
  }

  private void usingKeys(Runnable work) {
    if (attention.beginTyping()) {
      try {
        keyboard.aside(work);
      } finally {
        attention.endTyping();
      }
    }
  }
}
