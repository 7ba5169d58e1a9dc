package io.ebb.repl;

import io.ebb.repl.completion.Candidate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/// A conversation that keeps what it is told, and does what a test wants.
final class Chat implements Conversation {
  final BlockingQueue<String> carriedOut = new LinkedBlockingQueue<>();
  final Semaphore interrupts = new Semaphore(0);
  volatile Optional<Console> console = Optional.empty();
  volatile PromptLine prompt = new PromptLine("sim", false, "js");
  volatile Predicate<String> incomplete = Chat::opens;
  volatile Completer completer = (text, cursor) -> List.of();
  volatile Optional<Path> highlighting = Optional.empty();
  volatile Predicate<String> deed = text -> !"quit".equals(text);
  volatile Leaving leaving = () -> true;

  /// What Tab finds.
  interface Completer {
    List<Candidate> complete(String text, int cursor) throws InterruptedException;
  }

  /// The answer to Ctrl-D.
  interface Leaving {
    boolean leave();
  }

  @Override
  public PromptLine prompt() {
    return prompt;
  }

  @Override
  public boolean incomplete(String text) {
    return incomplete.test(text);
  }

  @Override
  public List<Candidate> complete(String text, int cursor) {
    try {
      return completer.complete(text, cursor);
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @Override
  public boolean suggestible(String text) {
    return !text.contains("delete");
  }

  @Override
  public boolean memorable(String text) {
    return !text.contains("secret");
  }

  @Override
  public Optional<Path> highlighting(String text) {
    return highlighting;
  }

  @Override
  public boolean carryOut(String text) {
    carriedOut.add(text);
    return deed.test(text);
  }

  @Override
  public void interrupt() {
    interrupts.release();
  }

  @Override
  public boolean leave() {
    return leaving.leave();
  }

  private static boolean opens(String text) {
    return text.chars().filter(c -> c == '{').count() > text.chars().filter(c -> c == '}').count();
  }
}
