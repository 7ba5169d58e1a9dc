package io.ebb.script;

import io.ebb.cluster.Job;
import io.ebb.script.catalogue.Fact;
import io.ebb.script.catalogue.Kind;
import java.util.List;

@Kind(value = "job", doc = "A scheduler job: what users run on nodes.")
final class JobWords implements Shown {
  private final Job job;

  JobWords(Job job) {
    this.job = job;
  }

  @Override
  public Object shown() {
    return job;
  }

  @Override
  public String brief() {
    return "job " + job.number();
  }

  @Override
  public String key() {
    return job.id();
  }

  @Fact(value = "id", doc = "The id in the API, `hpcjob-…`.")
  String id() {
    return job.id();
  }

  @Fact(value = "number", doc = "The scheduler's own number, as text.")
  String number() {
    return job.number();
  }

  @Fact(value = "name", doc = "The name its user gave it.")
  String name() {
    return job.name();
  }

  @Fact(value = "status", doc = "`pending`, `running`, `finished`, `exited` or `cancelled`.")
  String status() {
    return job.status();
  }

  @Fact(value = "queue", doc = "The id of its queue; empty when unknown.")
  String queue() {
    return job.queue();
  }

  @Fact(value = "hosts", doc = "The hosts it runs on; empty when the API names none.")
  List<String> hosts() {
    return job.hosts().stream().sorted().toList();
  }

  @Fact(value = "user", doc = "Who runs it.")
  String user() {
    return job.user();
  }

  @Override
  public String toString() {
    return job.number().isEmpty() ? job.id() : job.number();
  }
}
