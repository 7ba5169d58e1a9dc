package io.ebb.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/// Plans as JSON: `{"format": "ebb-plan", "version": 1, "digest": "…", …}`, names in snake case,
/// moments and spans by ISO 8601. What any version has written is read for ever.
public final class PlanJson {
  private static final String FORMAT = "ebb-plan";
  private static final int VERSION = 1;

  private PlanJson() {}

  /// The plan in one line. `plan(of(x))` is equal to `x`.
  public static String of(Plan plan) {
    return PlanMapper.MAPPER.writeValueAsString(document(plan));
  }

  /// The plan that [#of] has written.
  ///
  /// @throws PlanFileException when the text is no plan, or was changed since
  public static Plan plan(String json) {
    return plan(json, "the plan");
  }

  /// @param source what the text is called in errors
  static Plan plan(String json, String source) {
    ObjectNode document = document(json, source);
    Plan plan = bound(document, source);
    if (!document.path("digest").asString("").equals(digest(document))) {
      throw new PlanFileException(
          source
              + " was changed after it was made: its digest does not fit. A plan is carried out as"
              + " it was checked, or not at all; make a new one that says what you want");
    }
    return plan;
  }

  /// The plan as people read it in a file.
  static String pretty(Plan plan) {
    return PlanMapper.MAPPER
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(document(plan))
        + "\n";
  }

  /// See [Plan#digest].
  static String digest(Plan plan) {
    return digest(document(plan));
  }

  private static ObjectNode document(Plan plan) {
    ObjectNode document = PlanMapper.MAPPER.createObjectNode();
    document.put("format", FORMAT).put("version", VERSION).put("digest", "");
    document.setAll(PlanMapper.MAPPER.<ObjectNode>valueToTree(plan));
    return document.put("digest", digest(document));
  }

  /// SHA-256 over all but the digest itself. By what stands there rather than by what this version
  /// makes of it, so that later versions find the same.
  private static String digest(ObjectNode document) {
    byte[] canonical =
        PlanMapper.MAPPER
            .writer()
            .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .writeValueAsString(without(document, List.of("digest")))
            .getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static ObjectNode document(String json, String source) {
    JsonNode tree;
    try {
      tree = PlanMapper.MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new PlanFileException(
          "%s is not JSON: %s; %s".formatted(source, e.getOriginalMessage(), madeBy()), e);
    }
    if (!(tree instanceof ObjectNode document)
        || !document.path("format").asString("").equals(FORMAT)) {
      throw new PlanFileException(source + " is JSON, but no plan; " + madeBy());
    }
    int version = document.path("version").asInt(0);
    if (version != VERSION) {
      throw new PlanFileException(
          "%s is written in version %s of the format; this Ebb reads version %d. Use the Ebb that"
                  .formatted(source, document.path("version"), VERSION)
              + " made it, or make the plan again");
    }
    return document;
  }

  private static Plan bound(ObjectNode document, String source) {
    try {
      return PlanMapper.MAPPER.treeToValue(
          without(document, List.of("format", "version", "digest")), Plan.class);
    } catch (UnrecognizedPropertyException e) {
      throw new PlanFileException(
          "%s has a field that no plan has: %s; %s".formatted(source, path(e), madeBy()), e);
    } catch (JacksonException e) {
      throw new PlanFileException(
          "%s cannot be read at %s: %s; %s"
              .formatted(source, path(e), e.getOriginalMessage(), madeBy()),
          e);
    }
  }

  private static ObjectNode without(ObjectNode document, List<String> names) {
    ObjectNode rest = PlanMapper.MAPPER.createObjectNode();
    rest.setAll(document);
    return rest.remove(names);
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.isEmpty() ? "its top" : path.toString();
  }

  private static String madeBy() {
    return "a plan is what ebb retire --save writes, unchanged";
  }
}
