package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.run.Cancellation.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks somebody. Whatever goes wrong with it, nothing is destroyed because of it: nobody answers
/// in time, the question fails, the run is cancelled.
final class Asking {
  /// The answer that allows to delete busy nodes.
  static final String DELETE = "delete";

  private static final String KEEP = "keep";

  private final RunContext context;
  private final Question question;

  Asking(RunContext context, Question question) {
    this.context = context;
    this.question = question;
  }

  /// Whether somebody says to delete them under their jobs.
  boolean deletes(int batch, Map<Node, List<Job>> busy) {
    List<String> hosts = Drainage.hosts(busy);
    List<String> jobs = Drainage.numbers(busy);
    List<String> ids =
        busy.values().stream().flatMap(List::stream).map(Job::id).distinct().toList();
    context.write(new Entry.Asked(context.now(), batch, hosts, jobs, ids));
    String answer = answer(() -> question.deleteBusy(hosts, jobs) ? DELETE : KEEP, KEEP);
    context.write(new Entry.Answered(context.now(), batch, answer));
    return answer.equals(DELETE);
  }

  /// Whose doing an effect is that no operation explains.
  Question.Doing whose(String effect, List<String> hosts) {
    String answer = answer(() -> question.whose(effect, hosts).name(), "");
    return Arrays.stream(Question.Doing.values())
        .filter(doing -> doing.name().equals(answer))
        .findFirst()
        .orElse(Question.Doing.UNKNOWN);
  }

  /// A read from a terminal cannot be interrupted: a thread of its own is left to it.
  private String answer(Callable<String> asked, String otherwise) {
    FutureTask<String> task = new FutureTask<>(asked);
    Thread.ofPlatform().daemon().name("question").start(task);
    String[] answer = {otherwise + ": cancelled"};
    context.cancellation.await(() -> answer[0] = answerTo(task, otherwise), Level.CANCELLED);
    return answer[0];
  }

  private String answerTo(FutureTask<String> task, String otherwise) throws InterruptedException {
    try {
      return task.get(question.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return otherwise + ": no answer within " + question.patience();
    } catch (ExecutionException | CancellationException e) {
      return otherwise + ": the question failed: " + e.getMessage();
    }
  }
}
