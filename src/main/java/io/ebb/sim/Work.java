package io.ebb.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What an operation does to the world: nothing but marks until it finishes.
///
/// Described in one sentence, for example `Work.in(cluster, Task.DELETE_NODES).on(nodes,
/// DELETING).given(rule).does(effect)`. Whatever is marked must be idle for the work to begin.
final class Work {
  private record Mark(Thing thing, Transition transition) {}

  private final Task task;
  private final List<String> resources = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Runnable> rules = new ArrayList<>();
  private Runnable beginning = () -> {};
  private Runnable undoing = () -> {};
  private Consumer<Log> effect = _ -> {};

  private Work(Task task) {
    this.task = task;
  }

  /// Work inside a cluster, which must be usable for it.
  static Work in(SimCluster cluster, Task task) {
    return new Work(task).names(List.of(cluster.id())).given(cluster::requireUsable);
  }

  /// Work on whole clusters.
  static Work onWhole(List<SimCluster> clusters, Task task, Transition transition) {
    return new Work(task).on(clusters, transition);
  }

  /// Adds to what the operation log names.
  Work names(List<String> ids) {
    resources.addAll(ids);
    return this;
  }

  /// Adds things that are in transition meanwhile.
  Work marks(List<? extends Thing> things, Transition transition) {
    things.forEach(thing -> marks.add(new Mark(thing, transition)));
    return this;
  }

  /// Adds things that are in transition meanwhile and named in the operation log.
  Work on(List<? extends Thing> things, Transition transition) {
    return names(things.stream().map(Thing::id).toList()).marks(things, transition);
  }

  /// Adds a rule, which throws a [Refusal] when the state of the world breaks it.
  Work given(Runnable rule) {
    rules.add(rule);
    return this;
  }

  /// What is there from the beginning, and is taken back if the work fails.
  Work begins(Runnable begin, Runnable undo) {
    beginning = begin;
    undoing = undo;
    return this;
  }

  /// What is done in the end, after the marks are lifted.
  Work does(Consumer<Log> done) {
    effect = done;
    return this;
  }

  Task task() {
    return task;
  }

  /// The ids of what it works on: cluster, queues, nodes.
  List<String> resources() {
    return List.copyOf(resources);
  }

  /// Changes nothing.
  ///
  /// @throws Refusal when the state of the world forbids it
  void check() {
    marks.forEach(mark -> mark.thing().requireIdle());
    rules.forEach(Runnable::run);
  }

  void begin() {
    beginning.run();
    marks.forEach(mark -> mark.thing().begin(mark.transition()));
  }

  /// Lifts the marks and takes effect.
  void finish(Log log) {
    marks.forEach(mark -> mark.thing().settle());
    effect.accept(log);
  }

  /// Lifts the marks without effect.
  void abandon() {
    marks.forEach(mark -> mark.thing().settle());
    undoing.run();
  }
}
