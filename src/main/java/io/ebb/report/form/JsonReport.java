package io.ebb.report.form;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ebb.plan.Plan;
import io.ebb.plan.PlanJson;
import io.ebb.report.Passage;
import io.ebb.report.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// A report as JSON, with the names of the components of [Report] in snake case, moments by ISO
/// 8601 and plans as in their files.
final class JsonReport {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addMixIn(Passage.class, Kinds.class)
          .addModule(new SimpleModule().addSerializer(new PlanWriter()))
          .build();

  private JsonReport() {}

  /// What kind of passage it is.
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  private interface Kinds {}

  static String of(Report report) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("generator", "Ebb " + report.cover().version());
    out.putAll(MAPPER.convertValue(report, new TypeReference<LinkedHashMap<String, Object>>() {}));
    return MAPPER.writeValueAsString(out) + "\n";
  }

  private static final class PlanWriter extends StdSerializer<Plan> {
    PlanWriter() {
      super(Plan.class);
    }

    @Override
    public void serialize(Plan plan, JsonGenerator out, SerializationContext context) {
      out.writePOJO(MAPPER.readTree(PlanJson.of(plan)));
    }
  }
}
