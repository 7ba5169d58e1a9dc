package io.ebb.report.html;

import io.ebb.report.Passage;
import io.ebb.report.Passage.Filled;
import io.ebb.report.Passage.Output;
import io.ebb.report.Passage.Statement;
import io.ebb.report.Spans;
import io.ebb.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the script, the runbook or the session tells.
final class Telling {
  private final Page page;
  private final Html html;

  Telling(Page page) {
    this.page = page;
    this.html = page.html();
  }

  void write() {
    page.report().story().forEach(this::write);
  }

  private void write(Passage passage) {
    switch (passage) {
      case Passage.Text(var prose) -> html.element("div.prose").holding(() -> html.prose(prose));
      case Output output -> shown(output);
      case Filled block -> block(block);
      case Statement statement -> statement(statement);
    }
  }

  private void shown(Output output) {
    html.element("pre.shown").text(output.text());
  }

  // --- runbooks

  private void block(Filled filled) {
    Tone tone = Tone.of(filled.end());
    html.element("div.block." + tone.style())
        .holding(() -> {
          html.element("div.head")
              .holding(() -> {
                html.element("span.name").text(filled.place() + ". " + filled.block().name());
                page.badge(tone, tone.words(state(filled)));
                html.element("span.soft.small").text(about(filled));
              });
          note(filled);
          html.element("pre").text(filled.block().text());
          filled.shown().forEach(this::shown);
        });
  }

  private String state(Filled filled) {
    if (filled.end() != null) {
      return filled.end().label();
    } else if (filled.began() == null) {
      return "not begun";
    }
    return page.report().cover().state() == RunState.RUNNING ? "goes on" : "not finished";
  }

  private String about(Filled filled) {
    List<String> facts = new ArrayList<>();
    var language = filled.block().language();
    facts.add(language == null ? "by hand" : language.id());
    String when = when(filled.began(), filled.ended());
    if (!when.isEmpty()) {
      facts.add(when);
    }
    if (!filled.by().isEmpty()) {
      facts.add("by " + filled.by());
    }
    if (!filled.runs().isEmpty()) {
      facts.add(String.join(", ", filled.runs()));
    }
    return String.join(" · ", facts);
  }

  private String when(@Nullable Instant began, @Nullable Instant ended) {
    if (began == null) {
      return page.times().at(ended);
    }
    return ended == null
        ? "began " + page.times().at(began)
        : "%s, %s".formatted(page.times().at(began), Spans.words(Duration.between(began, ended)));
  }

  private void note(Filled filled) {
    if (!filled.note().isEmpty()) {
      page.paragraph("note", filled.note());
    }
  }

  // --- sessions

  private void statement(Statement said) {
    Tone tone = said.error().isEmpty() ? Tone.CALM : Tone.BAD;
    html.element("div.block." + tone.style())
        .holding(() -> {
          html.element("p.soft.small").text(about(said));
          html.element("pre").text(said.code());
          said.shown().forEach(this::shown);
          if (!said.error().isEmpty()) {
            html.element("p.bad").text(tone.words(said.error()));
          }
        });
  }

  private String about(Statement said) {
    List<String> facts = new ArrayList<>(List.of(said.language()));
    String when = when(said.began(), said.ended());
    if (!when.isEmpty()) {
      facts.add(when);
    }
    facts.addAll(said.runs());
    return String.join(" · ", facts);
  }
}
