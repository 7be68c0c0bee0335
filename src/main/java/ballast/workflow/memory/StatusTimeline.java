package ballast.workflow.memory;

import ballast.bitext.Provenance;
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

  /** What a unit is now. */
  private record Present(Instant created, Instant changed, Status status) {}

  private final boolean past;
  private final Map<String, Present> units = new HashMap<>();
  private final TreeMap<LocalDate, Map<Status, Long>> changes = new TreeMap<>();

  /**
   * @param past whether units count that are there no longer, for the time when they were
   */
  StatusTimeline(boolean past) {
    this.past = past;
  }

  /** Adds a unit that is there now. */
  void add(Unit unit) {
    Provenance now = unit.provenance();
    units.put(unit.id(), new Present(now.created(), now.changed(), now.status()));
  }

  /**
   * Follows the units of a document, after those that are there now have been added.
   *
   * @param history all that happened to them, the oldest first
   */
  void follow(List<HistoryEntry> history) {
    Map<String, List<HistoryEntry>> byUnit = new HashMap<>();
    for (HistoryEntry entry : history) {
      if (past || units.containsKey(entry.uid())) {
        byUnit.computeIfAbsent(entry.uid(), uid -> new ArrayList<>()).add(entry);
      }
    }
    byUnit.forEach((uid, happened) -> follow(units.remove(uid), happened));
  }

  /** The units by status at the end of each day on which that changed; call it once, at the end. */
  SortedMap<LocalDate, StatusCounts> days() {
    units.values().forEach(unit -> change(unit.created(), null, unit.status()));
    Map<Status, Long> now = new EnumMap<>(Status.class);
    SortedMap<LocalDate, StatusCounts> days = new TreeMap<>();
    changes.forEach(
        (day, counts) -> {
          counts.forEach((status, count) -> now.merge(status, count, Long::sum));
          days.put(day, new StatusCounts(now));
        });
    return days;
  }

  private void follow(@Nullable Present unit, List<HistoryEntry> happened) {
    HistoryEntry first = happened.get(0);
    @Nullable Status status = null;
    if (unit != null && first.what() != HistoryEntry.What.ADDED) {
      status = first.before().status();
      change(unit.created(), null, status);
    }
    boolean begun = false;
    for (HistoryEntry entry : happened) {
      @Nullable Status next = after(entry, status != null || !begun);
      begun = true;
      // Without the beginning of its history a unit that has gone cannot be placed in time.
      if (status != null || next != null) {
        change(entry.occasion().at(), status, next);
      }
      status = next;
    }
    @Nullable Status present = unit == null ? null : unit.status();
    if (status != present) {
      Instant last =
          unit == null ? happened.get(happened.size() - 1).occasion().at() : unit.changed();
      change(last, status, present);
    }
  }

  /**
   * The status of a unit afterwards; null if it was there no longer.
   *
   * @param there whether it was there before
   */
  private static @Nullable Status after(HistoryEntry entry, boolean there) {
    return switch (entry.what()) {
      case RETIRED, DELETED -> null;
      case ADDED, REVIVED, RESTORED -> entry.after().status();
      case CHANGED, JUDGED, COMMENTED, SCORED -> there ? entry.after().status() : null;
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
