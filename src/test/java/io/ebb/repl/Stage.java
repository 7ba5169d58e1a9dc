package io.ebb.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminalOutputStream;

/// A console at a terminal whose keys a test presses and whose screen it reads.
final class Stage implements AutoCloseable {
  static final String UP = "\033[A";
  static final String DOWN = "\033[B";
  static final String RIGHT = "\033[C";
  static final String LEFT = "\033[D";
  static final String END = "\033[F";
  static final String CTRL_C = "\003";
  static final String CTRL_D = "\004";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  final Chat chat;
  final Console console;
  final LineDisciplineTerminal terminal;
  private final ScreenTerminal screen;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final Thread conversing;

  private Stage(Chat chat, ConsoleOptions options, int columns, int lines) {
    this.chat = chat;
    screen = new ScreenTerminal(columns == 0 ? 80 : columns, lines == 0 ? 24 : lines);
    try {
      terminal = new LineDisciplineTerminal("stage", options.term(), wire(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.setSize(Size.of(columns, lines));
    console = Console.on(terminal, options);
    chat.console = Optional.of(console);
    conversing = Thread.ofPlatform().daemon().start(() -> console.converse(chat));
  }

  static Stage open(Chat chat) {
    return open(chat, options(Optional.empty()), 80, 24);
  }

  static Stage open(Chat chat, ConsoleOptions options, int columns, int lines) {
    return new Stage(chat, options, columns, lines);
  }

  static ConsoleOptions options(Optional<Path> history) {
    return options(history, true, "xterm-256color");
  }

  static ConsoleOptions options(Optional<Path> history, boolean colours, String term) {
    return new ConsoleOptions(
        history, colours, term, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Presses keys once a line is being read.
  Stage type(String keys) {
    await().atMost(PATIENCE).until(console::reading);
    return press(keys);
  }

  /// Presses keys at once.
  Stage press(String keys) {
    try {
      terminal.processInputBytes(keys.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Waits until a line of the screen looks like this.
  Stage shows(String line) {
    await(line)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(lines()).contains(line.stripTrailing()));
    return this;
  }

  /// Waits until the last line of the screen looks like this.
  Stage endsIn(String line) {
    await(line)
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(lines().stream().filter(shown -> !shown.isEmpty()).toList())
                .last()
                .isEqualTo(line));
    return this;
  }

  /// Waits until this line is carried out.
  Stage carriesOut(String text) throws InterruptedException {
    assertThat(chat.carriedOut.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(text);
    return this;
  }

  /// The screen, without blanks at the ends of its lines.
  List<String> lines() {
    return screen.toString().lines().map(String::stripTrailing).toList();
  }

  /// All that was written to the terminal.
  String sent() {
    synchronized (sent) {
      return sent.toString(UTF_8);
    }
  }

  void resize(int columns, int lines) {
    screen.setSize(Size.of(columns, lines));
    terminal.setSize(Size.of(columns, lines));
    terminal.raise(Signal.WINCH);
  }

  /// Waits until the conversation is over.
  void ends() throws InterruptedException {
    assertThat(conversing.join(PATIENCE)).isTrue();
  }

  @Override
  public void close() {
    console.finish();
    await().atMost(PATIENCE).until(() -> !conversing.isAlive());
    console.close();
  }

  private OutputStream wire() {
    var toScreen = new ScreenTerminalOutputStream(screen, UTF_8, OutputStream.nullOutputStream());
    return new OutputStream() {
      @Override
      public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] octets, int offset, int length) {
        synchronized (sent) {
          sent.write(octets, offset, length);
        }
        toScreen.write(octets, offset, length);
      }

      @Override
      public void flush() throws IOException {
        toScreen.flush();
      }
    };
  }
}
