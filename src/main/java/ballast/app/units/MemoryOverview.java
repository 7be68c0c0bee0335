package ballast.app.units;

import ballast.app.Notices;
import ballast.bitext.Bead;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.Statistics.StatusCounts;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.UnitFilter;
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
 * Sums up a memory: its units by status over time, and the confidence in the alignment of each
 * article.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * MemoryOverview.Result result =
 *     new MemoryOverview(Notices.NONE).count(memory, UnitFilter.CURRENT);
 * result.articles().forEach(one -> System.out.println(one.document() + " " + one.doubtful()));
 * }</pre>
 */
public record MemoryOverview(Notices notices) {

  /**
   * @param days units by status at the end of each day with a change, the earliest first. If not
   *     all units are counted, only those that meet the conditions now count
   * @param articles the documents, by name, and last the units without one
   */
  public record Result(UnitStatistics units, List<Day> days, List<Article> articles) {
    public Result {
      days = List.copyOf(days);
      articles = List.copyOf(articles);
    }
  }

  /** The units by status at the end of a day, UTC. */
  public record Day(LocalDate day, StatusCounts units) {}

  /**
   * The units of a document.
   *
   * @param document its name; empty for units without one
   * @param title source of its first unit
   * @param confidence number of units by range; every range has an entry
   * @param doubtful units with a confidence below 0.5 that are not approved
   * @param unpaired sentences and groups of sentences without a counterpart
   */
  public record Article(
      String document,
      String title,
      StatusCounts units,
      Map<ConfidenceBand, Integer> confidence,
      int doubtful,
      int unpaired) {
    public Article {
      confidence = Map.copyOf(confidence);
    }

    /** Returns how many of its pairs and unmatched sentences need a look. */
    public int looks() {
      return doubtful + unpaired;
    }
  }

  /**
   * @param units the units that count, for example {@link UnitFilter#CURRENT}
   * @throws ballast.bitext.InputException if the memory does not exist or cannot be read
   */
  public Result count(MemoryStore store, UnitFilter units) {
    notices.step("counting the units");
    try (Memory memory = store.openForReading()) {
      Map<String, Tally> articles = new TreeMap<>(MemoryOverview::lastWithoutName);
      StatusTimeline timeline = new StatusTimeline(units.equals(UnitFilter.CURRENT));
      memory.forEachUnit(
          units,
          unit -> {
            String document = unit.provenance().document();
            articles.computeIfAbsent(document, name -> new Tally()).count(unit);
            timeline.add(unit);
          });
      memory.documents().forEach(document -> timeline.follow(memory.history(document.name())));
      List<Article> counted =
          articles.entrySet().stream()
              .map(
                  article ->
                      article
                          .getValue()
                          .article(article.getKey(), unpaired(memory.beads(article.getKey()))))
              .toList();
      List<Day> days =
          timeline.days().entrySet().stream()
              .map(day -> new Day(day.getKey(), day.getValue()))
              .toList();
      return new Result(memory.unitStatistics(units), days, counted);
    }
  }

  private static int unpaired(List<Bead> beads) {
    return (int) beads.stream().filter(Bead::isOneSided).count();
  }

  private static int lastWithoutName(String one, String other) {
    return one.isEmpty() || other.isEmpty()
        ? Boolean.compare(one.isEmpty(), other.isEmpty())
        : one.compareTo(other);
  }

  private static final class Tally {
    private final Map<Unit.Status, Long> units = new EnumMap<>(Unit.Status.class);
    private final Map<ConfidenceBand, Integer> confidence = new EnumMap<>(ConfidenceBand.class);
    private String title = "";
    private int doubtful;

    void count(Unit unit) {
      title = title.isEmpty() ? unit.source() : title;
      units.merge(unit.provenance().status(), 1L, Long::sum);
      confidence.merge(ConfidenceBand.of(unit.provenance().confidence()), 1, Integer::sum);
      doubtful += unit.provenance().isDoubtful() ? 1 : 0;
    }

    Article article(String document, int unpaired) {
      for (ConfidenceBand band : ConfidenceBand.values()) {
        confidence.putIfAbsent(band, 0);
      }
      return new Article(document, title, new StatusCounts(units), confidence, doubtful, unpaired);
    }
  }

  /** Ranges of the aligner's confidence, from doubtful to sure. */
  public enum ConfidenceBand {
    DOUBTFUL(0, 0.5),
    FAIR(0.5, 0.7),
    GOOD(0.7, 0.9),
    SURE(0.9, 1);

    private final double min;
    private final double end;

    ConfidenceBand(double min, double end) {
      this.min = min;
      this.end = end;
    }

    /** Lowest confidence in the range, 0 to 1. */
    public double min() {
      return min;
    }

    /** Upper bound, exclusive except in the highest range. */
    public double end() {
      return end;
    }

    /** Returns the range of a confidence, 0 to 1. */
    public static ConfidenceBand of(double confidence) {
      for (ConfidenceBand band : values()) {
        if (confidence < band.end) {
          return band;
        }
      }
      return SURE;
    }
  }

  /**
   * Reconstructs the number of units by status and day from the units and their history. Gaps in
   * the history of a compacted memory are filled from the present units, so that the last day is
   * always right. Not thread-safe.
   */
  private static final class StatusTimeline {

    private record Present(Instant created, Instant changed, Unit.Status status) {}

    private final boolean past;
    private final Map<String, Present> units = new HashMap<>();
    private final TreeMap<LocalDate, Map<Unit.Status, Long>> changes = new TreeMap<>();

    /**
     * @param past whether units that are gone count for the time in which they existed
     */
    StatusTimeline(boolean past) {
      this.past = past;
    }

    void add(Unit unit) {
      Provenance now = unit.provenance();
      units.put(unit.id(), new Present(now.created(), now.changed(), now.status()));
    }

    /**
     * Follows the units of a document. Call it after adding the present units.
     *
     * @param history all entries, the oldest first
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

    /**
     * Returns the units by status at the end of each day with a change. Call it once, at the end.
     */
    SortedMap<LocalDate, StatusCounts> days() {
      units.values().forEach(unit -> change(unit.created(), null, unit.status()));
      Map<Unit.Status, Long> now = new EnumMap<>(Unit.Status.class);
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
      Unit.@Nullable Status status = null;
      if (unit != null && first.what() != HistoryEntry.What.ADDED) {
        status = first.before().status();
        change(unit.created(), null, status);
      }
      boolean begun = false;
      for (HistoryEntry entry : happened) {
        Unit.@Nullable Status next = after(entry, status != null || !begun);
        begun = true;
        // A unit that is gone cannot be placed in time without the beginning of its history.
        if (status != null || next != null) {
          change(entry.occasion().at(), status, next);
        }
        status = next;
      }
      Unit.@Nullable Status present = unit == null ? null : unit.status();
      if (status != present) {
        Instant last =
            unit == null ? happened.get(happened.size() - 1).occasion().at() : unit.changed();
        change(last, status, present);
      }
    }

    /** Returns the status of a unit after an entry; null if it is gone. */
    private static Unit.@Nullable Status after(HistoryEntry entry, boolean there) {
      return switch (entry.what()) {
        case RETIRED, DELETED -> null;
        case ADDED, REVIVED, RESTORED -> entry.after().status();
        case CHANGED, JUDGED, COMMENTED, CONFIRMED, UNCONFIRMED, SCORED ->
            there ? entry.after().status() : null;
      };
    }

    private void change(Instant at, Unit.@Nullable Status from, Unit.@Nullable Status to) {
      if (from != to) {
        Map<Unit.Status, Long> day =
            changes.computeIfAbsent(
                LocalDate.ofInstant(at, ZoneOffset.UTC), date -> new EnumMap<>(Unit.Status.class));
        if (from != null) {
          day.merge(from, -1L, Long::sum);
        }
        if (to != null) {
          day.merge(to, 1L, Long::sum);
        }
      }
    }
  }
}
