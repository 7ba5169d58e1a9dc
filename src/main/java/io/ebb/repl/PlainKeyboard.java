package io.ebb.repl;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/// A terminal that can do no more than print lines and echo what is typed, so lines are read as it
/// sends them.
final class PlainKeyboard implements Keyboard {
  private static final int COLUMNS = 80;

  /// Only between two looks for keys is an interrupt seen.
  private static final long PATIENCE_MILLIS = 100;

  /// Keys that were pressed before come at once; people take longer for the next one.
  private static final long AT_ONCE_MILLIS = 20;

  private final Terminal terminal;
  private final Attention attention;
  private final Remembered remembered;
  private final Prompts prompts = new Prompts(false);
  private String prompt = "";
  private boolean reading;

  PlainKeyboard(Terminal terminal, Attention attention, Remembered remembered) {
    this.terminal = terminal;
    this.attention = attention;
    this.remembered = remembered;
    remembered.read();
  }

  @Override
  public Typed statement(Conversation conversation) {
    PromptLine line = conversation.prompt();
    var text = new StringBuilder();
    Typed typed = typed(prompts.first(line, COLUMNS), false);
    while (typed instanceof Typed.Text(String further)) {
      text.append(further);
      if (!Statements.goesOn(text.toString(), text.length(), conversation)) {
        remembered.add(Instant.now(), text.toString());
        return new Typed.Text(text.toString());
      }
      text.append('\n');
      typed = typed(prompts.further(line, COLUMNS), false);
    }
    // Ctrl-D in the middle drops the statement, but means no farewell.
    return typed == Typed.Nothing.LEFT && !text.isEmpty() ? Typed.Nothing.DROPPED : typed;
  }

  @Override
  public Typed answer(String question) {
    return typed(question, true);
  }

  /// @param afresh whether what was typed before the prompt can be read is dropped
  private Typed typed(String prompted, boolean afresh) {
    if (!attention.beginTyping()) {
      return Typed.Nothing.GONE;
    }
    try {
      if (afresh) {
        dropEarlyKeys();
      }
      begin(prompted);
      Optional<String> line = line();
      return line.isPresent() ? new Typed.Text(line.get()) : unanswered(Typed.Nothing.LEFT);
    } catch (IOException interrupted) {
      return unanswered(attention.isOver() ? Typed.Nothing.GONE : Typed.Nothing.DROPPED);
    } finally {
      end();
      attention.endTyping();
    }
  }

  @Override
  public synchronized void show(String text) {
    terminal.writer().print(reading ? "\n" + text + prompt : text);
    terminal.flush();
  }

  @Override
  public synchronized boolean reading() {
    return reading;
  }

  @Override
  public void aside(Runnable work) {
    work.run();
  }

  private void dropEarlyKeys() throws IOException {
    while (terminal.reader().peek(AT_ONCE_MILLIS) >= 0) {
      int _ = terminal.reader().read();
    }
  }

  private synchronized void begin(String question) {
    prompt = question;
    terminal.writer().print(question);
    terminal.flush();
    reading = true;
  }

  private Typed unanswered(Typed.Nothing why) {
    end();
    show("\n");
    return why;
  }

  private synchronized void end() {
    reading = false;
  }

  /// @return empty at the end of what is typed
  private Optional<String> line() throws IOException {
    var line = new StringBuilder();
    while (true) {
      int c = terminal.reader().read(PATIENCE_MILLIS);
      if (c == NonBlockingReader.READ_EXPIRED) {
        continue;
      }
      if (c < 0) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
      }
      if (c == '\n' || c == '\r') {
        return Optional.of(line.toString());
      }
      line.append((char) c);
    }
  }
}
