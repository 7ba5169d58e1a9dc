package io.ebb.script;

import io.ebb.plan.RetireOptions;
import io.ebb.run.Entry;
import io.ebb.run.Journal;
import io.ebb.script.head.Head;
import io.ebb.script.head.Parameter;
import io.ebb.script.head.ParameterType;
import io.ebb.script.runbook.Runbook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The script of a run, as it was when the run began: all that it takes to run it again, but for
/// secrets.
///
/// @param run the run's id
/// @param script the script itself, whatever has become of its file
/// @param parameters the checked parameters, without secrets
/// @param options how nodes are retired when the script does not say otherwise
/// @param first the event that this was read from
public record StoredScript(
    String run,
    Script script,
    Map<String, Object> parameters,
    RetireOptions options,
    Entry.Scripted first) {

  /// Copies the parameters.
  public StoredScript {
    parameters = Map.copyOf(parameters);
  }

  /// The parameters that have to be given again, since secrets are not stored; bind them as those
  /// of any script.
  ///
  /// @see Parameters#bind
  public List<Parameter> secrets() {
    return secrets(script.head());
  }

  static List<Parameter> secrets(Head head) {
    return head.parameters().stream().filter(StoredScript::isSecret).toList();
  }

  static StoredScript of(String run, Journal journal) {
    if (!(journal.entries(run).getFirst() instanceof Entry.Scripted first)) {
      throw new IllegalArgumentException("run " + run + " carries out a plan, not a script");
    }
    Language language =
        Language.named(first.language())
            .orElseThrow(() ->
                new IllegalArgumentException("run " + run + " carries out a runbook, no script"));
    Script script = Script.of(first.file(), language, first.text()).in(folder(first));
    return new StoredScript(run, script, parameters(first), options(first), first);
  }

  static Map<String, Object> parameters(Entry.Scripted first) {
    return Answers.MAPPER.readValue(first.parameters(), new TypeReference<>() {});
  }

  static RetireOptions options(Entry.Scripted first) {
    return Answers.MAPPER.readValue(first.options(), RetireOptions.class);
  }

  static @Nullable Path folder(Entry.Scripted first) {
    return first.folder() == null ? null : Path.of(first.folder());
  }

  static Entry.Scripted entry(
      Instant at,
      Script script,
      Map<String, Object> parameters,
      RetireOptions options,
      String operator) {
    return new Entry.Scripted(
        at,
        script.language().id(),
        script.file(),
        script.text(),
        script.folder() == null ? null : script.folder().toString(),
        open(script.head(), parameters),
        Answers.MAPPER.writeValueAsString(options),
        operator,
        null);
  }

  static Entry.Scripted entry(
      Instant at,
      Runbook runbook,
      Map<String, Object> parameters,
      RetireOptions options,
      Entry.Chosen chosen,
      String operator) {
    return new Entry.Scripted(
        at,
        Entry.Scripted.RUNBOOK,
        runbook.file(),
        runbook.text(),
        runbook.folder() == null ? null : runbook.folder().toString(),
        open(runbook.head(), parameters),
        Answers.MAPPER.writeValueAsString(options),
        operator,
        chosen);
  }

  /// The parameters without those that are secret, as JSON.
  private static String open(Head head, Map<String, Object> parameters) {
    Map<String, Object> open = new LinkedHashMap<>(parameters);
    secrets(head).forEach(secret -> open.remove(secret.key()));
    return Answers.MAPPER.writeValueAsString(open);
  }

  private static boolean isSecret(Parameter parameter) {
    return parameter.type() == ParameterType.SECRET;
  }
}
