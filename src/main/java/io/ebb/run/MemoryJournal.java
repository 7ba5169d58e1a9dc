package io.ebb.run;

import io.ebb.plan.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A journal that lasts as long as the process. Safe for use by many threads.
public final class MemoryJournal implements Journal {
  private final Map<LocalDate, Integer> runsOfDay = new LinkedHashMap<>();
  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

  @Override
  public synchronized String begin(Plan plan, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    String run = "r-%s-%03d".formatted(day, runsOfDay.merge(day, 1, Integer::sum));
    entries.put(run, new ArrayList<>(List.of(new Entry.Began(at, plan))));
    return run;
  }

  @Override
  public synchronized void write(String run, Entry entry) {
    of(run).add(entry);
  }

  @Override
  public synchronized List<Entry> entries(String run) {
    return List.copyOf(of(run));
  }

  private List<Entry> of(String run) {
    List<Entry> found = entries.get(run);
    if (found == null) {
      throw new IllegalArgumentException("run " + run + " was not begun in this journal");
    }
    return found;
  }
}
