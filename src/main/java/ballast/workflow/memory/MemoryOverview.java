package ballast.workflow.memory;

import ballast.bitext.Bead;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.StatusCounts;
import ballast.memory.UnitFilter;
import ballast.memory.UnitStatistics;
import ballast.workflow.Notices;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what a person looks at instead of reading: the units by status over time, and how sure the
 * alignment of each article is.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * MemoryOverview.Request request = MemoryOverview.Request.of(memory);
 * MemoryOverview.Result result = new MemoryOverview(Notices.NONE).count(request);
 * result.articles().forEach(one -> System.out.println(one.document() + " " + one.doubtful()));
 * }</pre>
 */
public final class MemoryOverview {

  /**
   * A request for an overview.
   *
   * @param memory must exist
   * @param units which units are counted
   */
  public record Request(MemoryStore memory, UnitFilter units) {

    /** All units that are neither retired nor deleted. */
    public static Request of(MemoryStore memory) {
      return new Request(memory, UnitFilter.CURRENT);
    }
  }

  /**
   * The overview.
   *
   * @param units counts of all units
   * @param days the units by status at the end of each day on which something changed, the earliest
   *     first; with conditions the past of those units only that meet them now
   * @param articles the documents, by name, and last the units without one
   */
  public record Result(UnitStatistics units, List<Day> days, List<Article> articles) {
    public Result {
      days = List.copyOf(days);
      articles = List.copyOf(articles);
    }
  }

  /**
   * The units at the end of a day, UTC.
   *
   * @param units by status
   */
  public record Day(LocalDate day, StatusCounts units) {}

  /**
   * The units of a document.
   *
   * @param document its name; empty for units without one
   * @param units by status
   * @param confidence how many units are in each range; every range has an entry
   * @param doubtful units with a confidence below 0.5 that nobody has approved
   * @param unpaired sentences and groups of sentences without a counterpart
   */
  public record Article(
      String document,
      StatusCounts units,
      Map<ConfidenceBand, Integer> confidence,
      int doubtful,
      int unpaired) {
    public Article {
      confidence = Map.copyOf(confidence);
    }
  }

  private final Notices notices;

  /**
   * @param notices receives the progress
   */
  public MemoryOverview(Notices notices) {
    this.notices = notices;
  }

  /**
   * Counts.
   *
   * @throws ballast.bitext.InputException if the memory cannot be read
   */
  public Result count(Request request) {
    notices.step("counting the units");
    try (Memory memory = request.memory().openForReading()) {
      Map<String, Tally> articles = new TreeMap<>(MemoryOverview::lastWithoutName);
      StatusTimeline timeline = new StatusTimeline(request.units().equals(UnitFilter.CURRENT));
      memory.forEachUnit(
          request.units(),
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
      return new Result(memory.unitStatistics(request.units()), days, counted);
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

  /** Counts the units of one document. */
  private static final class Tally {
    private final Map<Status, Long> units = new EnumMap<>(Status.class);
    private final Map<ConfidenceBand, Integer> confidence = new EnumMap<>(ConfidenceBand.class);
    private int doubtful;

    void count(Unit unit) {
      units.merge(unit.provenance().status(), 1L, Long::sum);
      confidence.merge(ConfidenceBand.of(unit.provenance().confidence()), 1, Integer::sum);
      doubtful += unit.provenance().isDoubtful() ? 1 : 0;
    }

    Article article(String document, int unpaired) {
      for (ConfidenceBand band : ConfidenceBand.values()) {
        confidence.putIfAbsent(band, 0);
      }
      return new Article(document, new StatusCounts(units), confidence, doubtful, unpaired);
    }
  }
}
