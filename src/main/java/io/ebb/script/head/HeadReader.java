package io.ebb.script.head;

import io.ebb.plan.OnDeadline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the head of one script and collects everything that is wrong with it.
final class HeadReader {
  private static final List<String> KEYS =
      List.of("title", "description", "params", "limits", "on-deadline");

  private final String file;
  private final String comment;

  HeadReader(String file, String comment) {
    this.file = file;
    this.comment = comment;
  }

  Head read(String text) {
    List<String> wrong = new ArrayList<>();
    String yaml = HeadText.cut(comment, text, wrong);
    Head head = yaml == null ? Head.NONE : head(tree(yaml), wrong);
    if (!wrong.isEmpty()) {
      HeadLines lines = HeadLines.of(yaml == null ? "" : yaml);
      throw new HeadException(
          wrong.stream().map(each -> file + lines.line(each) + ": " + each).toList());
    }
    return head;
  }

  private JsonNode tree(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (JacksonException e) {
      String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      String why = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new HeadException(List.of(file + line + ": the head is not YAML: " + why));
    }
  }

  private static Head head(JsonNode root, List<String> wrong) {
    Section head = Section.head(root, wrong).only(KEYS);
    return new Head(
        head.textOrEmpty("title"),
        head.textOrEmpty("description"),
        ParameterReader.read(head.section("params")),
        LimitsReader.read(head.section("limits")),
        onDeadline(head));
  }

  private static @Nullable OnDeadline onDeadline(Section head) {
    String word = head.text("on-deadline");
    try {
      return word == null ? null : OnDeadline.named(word);
    } catch (IllegalArgumentException e) {
      head.complain("on-deadline", e);
      return null;
    }
  }
}
