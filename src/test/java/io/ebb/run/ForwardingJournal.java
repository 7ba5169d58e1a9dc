package io.ebb.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A journal that hands everything on: tests put themselves between by overriding a method.
public class ForwardingJournal implements Journal {
  private final Journal journal;

  /// Hands on to that one.
  public ForwardingJournal(Journal journal) {
    this.journal = journal;
  }

  @Override
  public Owner self() {
    return journal.self();
  }

  @Override
  public Lease begin(Entry.First first, @Nullable String parent) {
    return journal.begin(first, parent);
  }

  @Override
  public Optional<String> runOf(String digest) {
    return journal.runOf(digest);
  }

  @Override
  public Lease take(String run, Set<String> nodes, Instant at) {
    return journal.take(run, nodes, at);
  }

  @Override
  public void hold(Lease lease, String cluster, Set<String> nodes) {
    journal.hold(lease, cluster, nodes);
  }

  @Override
  public void write(Lease lease, Entry entry) {
    journal.write(lease, entry);
  }

  @Override
  public boolean renew(Lease lease) {
    return journal.renew(lease);
  }

  @Override
  public void askToCancel(String run) {
    journal.askToCancel(run);
  }

  @Override
  public Set<String> heldBefore(String run) {
    return journal.heldBefore(run);
  }

  @Override
  public Map<String, String> holders() {
    return journal.holders();
  }

  @Override
  public boolean quietSince(String cluster, Instant moment) {
    return journal.quietSince(cluster, moment);
  }

  @Override
  public List<Entry> entries(String run) {
    return journal.entries(run);
  }

  @Override
  public RunHead head(String run) {
    return journal.head(run);
  }

  @Override
  public List<RunHead> heads(int atMost) {
    return journal.heads(atMost);
  }

  @Override
  public List<RunHead> find(RunQuery query, int atMost) {
    return journal.find(query, atMost);
  }

  @Override
  public List<RunHead> parts(String run) {
    return journal.parts(run);
  }

  @Override
  public void close() {
    journal.close();
  }
}
