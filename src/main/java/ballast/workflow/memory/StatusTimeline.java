package ballast.workflow.memory;

import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.HistoryEntry;
import ballast.memory.StatusCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from units and their history how many there were of each status on each day. What the
 * history no longer knows, because the memory was compacted, is filled in from the units as they
 * are now, so that the last day is always right. For one thread.
 */
final class StatusTimeline {

  private final boolean past;
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, List<HistoryEntry>> entries = new HashMap<>();
  private final TreeMap<LocalDate, Map<Status, Long>> changes = new TreeMap<>();

  /**
   * @param past whether units count that are there no longer, for the time when they were
   */
  StatusTimeline(boolean past) {
    this.past = past;
  }

  /** Adds a unit that is there now. */
  void add(Unit unit) {
    units.put(unit.id(), unit);
  }

  /** Adds what happened to a unit; the oldest entries first. */
  void add(HistoryEntry entry) {
    if (past || units.containsKey(entry.uid())) {
      entries.computeIfAbsent(entry.uid(), uid -> new ArrayList<>()).add(entry);
    }
  }

  /** The units by status at the end of each day on which that changed. */
  SortedMap<LocalDate, StatusCounts> days() {
    changes.clear();
    entries.forEach((uid, happened) -> follow(units.get(uid), happened));
    units.forEach(
        (uid, unit) -> {
          if (!entries.containsKey(uid)) {
            change(unit.provenance().created(), null, unit.provenance().status());
          }
        });
    Map<Status, Long> now = new EnumMap<>(Status.class);
    SortedMap<LocalDate, StatusCounts> days = new TreeMap<>();
    changes.forEach(
        (day, counts) -> {
          counts.forEach((status, count) -> now.merge(status, count, Long::sum));
          days.put(day, new StatusCounts(now));
        });
    return days;
  }

  private void follow(@Nullable Unit unit, List<HistoryEntry> happened) {
    HistoryEntry first = happened.get(0);
    @Nullable Status status = null;
    if (unit != null && first.what() != HistoryEntry.What.ADDED) {
      status = first.before().status();
      change(unit.provenance().created(), null, status);
    }
    for (HistoryEntry entry : happened) {
      @Nullable Status next = after(entry);
      // Without the beginning of its history a unit that has gone cannot be placed in time.
      if (status != null || next != null) {
        change(entry.occasion().at(), status, next);
      }
      status = next;
    }
    @Nullable Status present = unit == null ? null : unit.provenance().status();
    if (status != present) {
      Instant last =
          unit == null
              ? happened.get(happened.size() - 1).occasion().at()
              : unit.provenance().changed();
      change(last, status, present);
    }
  }

  /** The status of a unit afterwards; null if it was there no longer. */
  private static @Nullable Status after(HistoryEntry entry) {
    return switch (entry.what()) {
      case RETIRED, DELETED -> null;
      default -> entry.after().status();
    };
  }

  private void change(Instant at, @Nullable Status from, @Nullable Status to) {
    if (from != to) {
      Map<Status, Long> day =
          changes.computeIfAbsent(
              LocalDate.ofInstant(at, ZoneOffset.UTC), date -> new EnumMap<>(Status.class));
      if (from != null) {
        day.merge(from, -1L, Long::sum);
      }
      if (to != null) {
        day.merge(to, 1L, Long::sum);
      }
    }
  }
}
