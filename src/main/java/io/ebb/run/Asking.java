package io.ebb.run;

import io.ebb.cluster.Job;
import io.ebb.cluster.Node;
import io.ebb.run.Cancellation.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks whether to delete busy nodes. Whatever goes wrong with it, they are kept: nobody answers in
/// time, the question fails, the run is cancelled.
final class Asking {
  private final RunContext context;
  private final int batch;
  private final Question question;

  Asking(RunContext context, int batch, Question question) {
    this.context = context;
    this.batch = batch;
    this.question = question;
  }

  /// Whether somebody says to delete them under their jobs.
  boolean deletes(Map<Node, List<Job>> busy) {
    List<String> hosts = Drainage.hosts(busy);
    List<String> jobs = Drainage.numbers(busy);
    context.write(new Entry.Asked(context.now(), batch, hosts, jobs));
    String answer = answer(new FutureTask<>(() -> question.deleteBusy(hosts, jobs)));
    context.write(new Entry.Answered(context.now(), batch, answer));
    return answer.equals("delete");
  }

  /// A read from a terminal cannot be interrupted: a thread of its own is left to it.
  private String answer(FutureTask<Boolean> task) {
    Thread.ofPlatform().daemon().name("question").start(task);
    String[] answer = {"keep: cancelled"};
    context.cancellation.await(() -> answer[0] = answerTo(task), Level.CANCELLED);
    return answer[0];
  }

  private String answerTo(FutureTask<Boolean> task) throws InterruptedException {
    try {
      long patience = question.patience().toMillis();
      return task.get(patience, TimeUnit.MILLISECONDS) ? "delete" : "keep";
    } catch (TimeoutException _) {
      return "keep: no answer within " + question.patience();
    } catch (ExecutionException | CancellationException e) {
      return "keep: the question failed: " + e.getMessage();
    }
  }
}
