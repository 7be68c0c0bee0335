package ballast.memory;

import ballast.bitext.Unit;
import ballast.language.TextAmount;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts over a whole memory.
 *
 * @param units units that are neither retired nor deleted
 * @param hidden the other units
 * @param sourceCharacters Han code points in the source texts of {@code units}
 * @param targetWords words in the target texts of {@code units}: runs without white space that
 *     contain a letter or digit
 * @param fileSize bytes on disk, including the write-ahead log
 */
public record Statistics(
    int documents,
    int revisions,
    StatusCounts units,
    HiddenUnits hidden,
    long sourceCharacters,
    long targetWords,
    long fileSize) {

  /**
   * @param byStatus has an entry for every status
   */
  public record StatusCounts(Map<Unit.Status, Long> byStatus) {

    public StatusCounts {
      Map<Unit.Status, Long> counts = new EnumMap<>(Unit.Status.class);
      for (Unit.Status status : Unit.Status.values()) {
        counts.put(status, byStatus.getOrDefault(status, 0L));
      }
      byStatus = Collections.unmodifiableMap(counts);
    }

    public long count(Unit.Status status) {
      return byStatus.getOrDefault(status, 0L);
    }

    public long total() {
      return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Numbers of units that a memory keeps but never offers.
   *
   * @param retired retired units that are not deleted, kept for the history
   * @param deleted deleted units, retired or not, kept until a compaction
   */
  public record HiddenUnits(long retired, long deleted) {}

  /**
   * Statistics of some units of a memory. Two texts are the same if they have the same key of exact
   * lookup, which ignores white space and width. The last three counts leave out rejected units.
   *
   * @param repetitions units with the source of an earlier unit
   * @param sourcesWithSeveralTargets sources with more than one translation
   * @param targetsWithSeveralSources translations of more than one source
   */
  public record UnitStatistics(
      StatusCounts units,
      TextAmount source,
      TextAmount target,
      long repetitions,
      long sourcesWithSeveralTargets,
      long targetsWithSeveralSources) {}
}
