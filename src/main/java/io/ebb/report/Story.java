package io.ebb.report;

import io.ebb.report.Passage.Output;
import io.ebb.run.Entry;
import io.ebb.run.RunHead;
import io.ebb.run.RunReport;
import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Part;
import io.ebb.script.runbook.Prose;
import io.ebb.script.runbook.Runbook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a script or a runbook tells, as the events of its run have it.
final class Story {
  private final RunReport report;
  private final Map<String, Course> courses = new LinkedHashMap<>();

  /// What was shown while no block was carried out.
  private final List<Output> loose = new ArrayList<>();

  /// What the events tell of one block.
  private static final class Course {
    private final List<Output> shown = new ArrayList<>();
    private @Nullable Instant began;
    private Entry.@Nullable BlockEnded end;
  }

  private Story(RunReport report) {
    this.report = report;
  }

  static List<Passage> of(RunReport report) {
    Story story = new Story(report);
    story.read();
    return Sources.runbook(report).map(story::filled).orElseGet(() -> List.copyOf(story.loose));
  }

  private void read() {
    List<Output> now = loose;
    for (Entry entry : report.entries()) {
      switch (entry) {
        case Entry.BlockBegan(Instant at, int _, String block) -> {
          Course course = course(block);
          course.began = at;
          now = course.shown;
        }
        case Entry.BlockEnded end -> {
          course(end.block()).end = end;
          now = loose;
        }
        case Entry.Shown(Instant at, String text) -> now.add(new Output(at, text));
        default -> {}
      }
    }
  }

  private Course course(String block) {
    return courses.computeIfAbsent(block, _ -> new Course());
  }

  private List<Passage> filled(Runbook runbook) {
    List<Passage> story = new ArrayList<>(loose);
    int place = 0;
    for (Part part : runbook.parts()) {
      switch (part) {
        case Prose prose -> story.add(new Passage.Text(prose));
        case Block block -> {
          place++;
          story.add(filled(block, place));
        }
      }
    }
    return story;
  }

  private Passage.Filled filled(Block block, int place) {
    Course course = courses.getOrDefault(block.name(), new Course());
    Entry.BlockEnded end = course.end;
    return new Passage.Filled(
        block,
        place,
        course.began,
        end == null ? null : end.at(),
        end == null ? null : end.end(),
        end == null ? "" : end.note(),
        end == null ? "" : end.by(),
        course.shown,
        runs(course));
  }

  /// A run of a plan belongs to the block that was being carried out when it began.
  private List<String> runs(Course course) {
    Instant began = course.began;
    if (began == null) {
      return List.of();
    }
    Instant end = course.end == null ? Instant.MAX : Objects.requireNonNull(course.end).at();
    return report.parts().stream()
        .map(RunReport::head)
        .filter(part -> !part.startedAt().isBefore(began) && !part.startedAt().isAfter(end))
        .map(RunHead::id)
        .toList();
  }
}
