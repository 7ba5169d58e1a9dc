package io.ebb.cli;

import io.ebb.script.runbook.Block;
import io.ebb.script.runbook.Part;
import io.ebb.script.runbook.Prose;
import io.ebb.script.runbook.Runbook;
import io.ebb.text.Line;
import io.ebb.text.Style;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows people what was edited in a runbook, block by block.
///
/// @param before the text that its run has
/// @param after the text that its file has
record EditedBlocks(Runbook before, Runbook after) {

  /// Tells it on standard error.
  void tell(Common common) {
    Map<String, List<String>> old = blocks(before);
    Map<String, List<String>> now = blocks(after);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    boolean any = false;
    for (String name : names) {
      List<String> was = old.getOrDefault(name, List.of());
      List<String> is = now.getOrDefault(name, List.of());
      if (!was.equals(is)) {
        any = true;
        common.tell(Style.BOLD, heading(name, was, is));
        Difference.between(was, is).forEach(line -> tell(common, line));
      }
    }
    if (!any) {
      common.tell("no block was edited" + others());
    }
  }

  private String others() {
    boolean head = !before.head().equals(after.head());
    boolean prose = !prose(before).equals(prose(after));
    return head && prose ? ", but its head and prose" : head ? ", but its head" : ", but its prose";
  }

  private static String heading(String name, List<String> was, List<String> is) {
    String what = was.isEmpty() ? "new" : is.isEmpty() ? "gone" : "edited";
    return "── " + name + " · " + what + " ──";
  }

  private static void tell(Common common, String line) {
    String safe = "  " + Line.of(line);
    switch (line.charAt(0)) {
      case '-' -> common.tell(Style.ERROR, safe);
      case '+' -> common.tell(Style.SUCCESS, safe);
      default -> common.tell(safe);
    }
  }

  private static Map<String, List<String>> blocks(Runbook runbook) {
    return runbook.blocks().stream()
        .collect(
            Collectors.toMap(
                Block::name, block -> lines(runbook, block), (one, _) -> one, LinkedHashMap::new));
  }

  /// The line that opens its fence, and its text.
  private static List<String> lines(Runbook runbook, Block block) {
    return Stream.concat(
            runbook.text().lines().skip(block.line() - 1L).limit(1), block.text().lines())
        .toList();
  }

  private static String prose(Runbook runbook) {
    StringBuilder text = new StringBuilder();
    for (Part part : runbook.parts()) {
      if (part instanceof Prose prose) {
        text.append(prose.markdown());
      }
    }
    return text.toString();
  }
}
