package io.ebb.report;

import io.ebb.run.Entry;
import io.ebb.run.RunReport;
import io.ebb.script.head.Parameter;
import io.ebb.script.head.ParameterType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The parameters of a script as its run was given them.
final class Settings {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Settings() {}

  static List<Setting> of(RunReport report) {
    return report.entries().getFirst() instanceof Entry.Scripted first
        ? of(Sources.head(report).parameters(), MAPPER.readTree(first.parameters()))
        : List.of();
  }

  private static List<Setting> of(List<Parameter> declared, JsonNode given) {
    List<Setting> settings = new ArrayList<>();
    for (Parameter parameter : declared) {
      if (parameter.type() == ParameterType.SECRET) {
        settings.add(new Setting(parameter.name(), "", true));
      } else if (given.has(parameter.key())) {
        settings.add(new Setting(parameter.name(), text(given.get(parameter.key())), false));
      }
    }
    return settings;
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.asString() : value.toString();
  }
}
