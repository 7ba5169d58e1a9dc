package io.ebb.script;

import io.ebb.Ebb;
import io.ebb.cluster.Cluster;
import io.ebb.cluster.Job;
import io.ebb.cluster.Nodes;
import io.ebb.cluster.Operation;
import io.ebb.cluster.Queue;
import io.ebb.plan.Order;
import io.ebb.plan.Plan;
import io.ebb.run.Approval;
import io.ebb.run.Entry.BlockEnd;
import io.ebb.run.Question;
import io.ebb.run.RefusedException;
import io.ebb.run.Run;
import io.ebb.run.RunListener;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Prose;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps what a script shows, in a plain form that is the same for both languages.
final class RecordingHost implements RunbookHost {
  final List<@Nullable Object> shown = new ArrayList<>();
  final List<String> logged = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final List<String> blocks = new ArrayList<>();
  final List<Instant> waits = new ArrayList<>();

  /// What is answered, by the names of the questions.
  final Map<String, String> answers = new HashMap<>();

  final List<Run> runs = new ArrayList<>();
  final List<Run> recalled = new ArrayList<>();

  /// Whether what is destroyed directly is allowed.
  boolean allows = true;

  boolean rehearses;

  /// Whether somebody can be asked.
  boolean attended = true;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final BiFunction<Plan, String, Run> apply;

  RecordingHost(BiFunction<Plan, String, Run> apply) {
    this.apply = apply;
  }

  /// One whose plans are carried out without asking anybody.
  static RecordingHost applying(Ebb ebb) {
    return new RecordingHost(
        (plan, script) -> ebb.apply(plan, script, RunListener.none(), Question.keep()));
  }

  @Override
  public void show(@Nullable Object value) {
    shown.add(plain(value));
  }

  @Override
  public String text(@Nullable Object value) {
    return plain(value) + "\n";
  }

  @Override
  public void log(String line) {
    logged.add(line);
  }

  @Override
  public Run apply(Plan plan, Supplier<String> script) {
    if (!plan.applicable()) {
      throw RefusedException.violated(plan);
    }
    Run run = apply.apply(plan, script.get());
    runs.add(run);
    return run;
  }

  @Override
  public Optional<Approval> allow(Order order) {
    asked.add(order.deed());
    if (!allows) {
      throw RefusedException.declined(order, "no");
    }
    return Optional.of(new Approval(order.deed(), "yes", "a test"));
  }

  @Override
  public boolean rehearses() {
    return rehearses;
  }

  private void attend(String question) {
    if (!attended) {
      throw RefusedException.unanswered("nobody can be asked: " + question, "");
    }
  }

  @Override
  public Reply confirm(String question, String name) {
    attend(question);
    asked.add(question);
    return new Reply(answers.getOrDefault(name, Reply.YES), "a test");
  }

  @Override
  public Reply ask(Prompt prompt) {
    attend(prompt.question());
    asked.add(prompt.question());
    String otherwise = prompt.otherwise() == null ? prompt.name() : prompt.otherwise();
    return new Reply(answers.getOrDefault(prompt.name(), otherwise), "a test");
  }

  @Override
  public void prose(Prose prose) {
    blocks.add("prose " + prose.markdown().strip());
  }

  @Override
  public void begins(Block block, int place, int count) {
    blocks.add("%s begins, %d of %d".formatted(block.name(), place, count));
  }

  @Override
  public void preview(Block block) {
    blocks.add("%s is shown".formatted(block.name()));
  }

  @Override
  public void ended(Block block, BlockEnd end, String note) {
    blocks.add(block.name() + " " + end.label() + (note.isEmpty() ? "" : ": " + note));
  }

  @Override
  public Signature sign(Block block) {
    attend(block.text());
    asked.add("sign " + block.name());
    String[] answer = answers.getOrDefault(block.name(), "done").split(": ", 2);
    Signature.Deed deed = Signature.Deed.valueOf(answer[0].toUpperCase(Locale.ROOT));
    return new Signature(deed, answer.length > 1 ? answer[1] : "", "a test");
  }

  @Override
  public void waiting(Instant until) {
    waits.add(until);
  }

  @Override
  public Path save(Plan plan, String name) {
    shown.add("saved " + name + ": " + plan.title());
    return Path.of(name);
  }

  @Override
  public void recall(Run run) {
    recalled.add(run);
  }

  @Override
  public OutputStream output() {
    return printed;
  }

  @Override
  public OutputStream errors() {
    return printed;
  }

  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Nodes nodes -> nodes.fold();
      case Cluster cluster -> cluster.id();
      case Queue queue -> queue.label();
      case Job job -> job.number();
      case Operation operation -> operation.action();
      case Plan plan -> plan.targets().stream().map(target -> target.host()).toList();
      case Run run -> outcomes(run);
      case List<?> list -> new ArrayList<>(list.stream().map(RecordingHost::plain).toList());
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((key, each) -> out.put(key.toString(), plain(each)));
        yield out;
      }
      case Double d when d == Math.rint(d) -> d.longValue();
      case Integer i -> i.longValue();
      case null, default -> value;
    };
  }

  private static Map<String, String> outcomes(Run run) {
    Map<String, String> out = new TreeMap<>();
    run.nodes().forEach(node -> out.put(node.host(), node.outcome().label()));
    return out;
  }
}
