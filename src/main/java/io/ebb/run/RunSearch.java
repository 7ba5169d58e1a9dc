package io.ebb.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A [RunQuery] as SQL.
final class RunSearch {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();
  private boolean exact = true;

  private RunSearch() {}

  static RunSearch of(RunQuery query) {
    RunSearch search = new RunSearch();
    search.cluster(query.cluster());
    search.nodes(query);
    search.states(query);
    search.script(query.script());
    if (query.since() != null) {
      search.add("started_at >= ?", Micros.of(query.since()));
    }
    if (query.until() != null) {
      search.add("started_at < ?", Micros.of(query.until()));
    }
    if (query.operator() != null) {
      search.add("operator = ?", query.operator());
    }
    query
        .words()
        .forEach(word -> search.add("lower(title) LIKE ? ESCAPE '!'", like("*" + word + "*")));
    return search;
  }

  /// It, but for the order and the number of runs.
  String sql() {
    return "SELECT * FROM run"
        + (conditions.isEmpty() ? "" : " WHERE (" + String.join(") AND (", conditions) + ")");
  }

  @Nullable Object[] parameters() {
    return parameters.toArray();
  }

  /// Whether all that it finds is asked for; else their states are to be looked at.
  boolean exact() {
    return exact;
  }

  private void add(String condition, Object... with) {
    conditions.add(condition);
    Collections.addAll(parameters, with);
  }

  /// A script has none; its plans have, and the nodes that it has ordered something for.
  private void cluster(@Nullable String cluster) {
    if (cluster != null) {
      add(
          "cluster = ? OR id IN (SELECT parent FROM run AS part WHERE part.cluster = ?)"
              + " OR id IN (SELECT run FROM hold WHERE hold.cluster = ?)",
          cluster,
          cluster,
          cluster);
    }
  }

  private void nodes(RunQuery query) {
    List<String> outcomes = query.outcomes().stream().map(Outcome::label).toList();
    List<String> nodes = List.copyOf(query.nodes());
    List<String> of = new ArrayList<>();
    if (!nodes.isEmpty()) {
      of.add("(node IN %s OR host IN %s)".formatted(marks(nodes), marks(nodes)));
    }
    if (!outcomes.isEmpty()) {
      of.add("outcome IN " + marks(outcomes));
    }
    if (!of.isEmpty()) {
      add(
          "id IN (SELECT run FROM outcome WHERE " + String.join(" AND ", of) + ")",
          Stream.of(nodes, nodes, outcomes).flatMap(List::stream).toArray());
    }
  }

  private void states(RunQuery query) {
    List<String> states = query.states().stream().map(RunState::label).toList();
    if (!states.isEmpty()) {
      exact = false;
      add("state IS NULL OR state IN " + marks(states), states.toArray());
    }
  }

  /// A script is called by its file, with or without the folder.
  private void script(@Nullable String name) {
    if (name != null) {
      String file = like(name);
      String inFolder = "%/" + file;
      String called =
          "script > 0 AND (lower(title) LIKE ? ESCAPE '!' OR lower(title) LIKE ? ESCAPE '!')";
      add(
          "(%s) OR parent IN (SELECT id FROM run WHERE %s)".formatted(called, called),
          file,
          inFolder,
          file,
          inFolder);
    }
  }

  private static String marks(Collection<String> values) {
    return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }

  /// As the database matches names: only `*` stands for anything.
  private static String like(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1").replace('*', '%');
  }
}
