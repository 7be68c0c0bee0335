package ballast.memory;

import ballast.bitext.Unit;
import ballast.language.TextAmount;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts over a whole memory.
 *
 * @param documents number of documents
 * @param revisions revisions of all documents
 * @param units units that are neither retired nor deleted
 * @param hidden the other units
 * @param sourceCharacters Han code points in the source texts of units that are neither retired nor
 *     deleted
 * @param targetWords words in their target texts: stretches without white space that hold a letter
 *     or digit
 * @param fileSize bytes on disk, the write-ahead log included
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
   * Numbers of units by status.
   *
   * @param byStatus every status has an entry
   */
  public record StatusCounts(Map<Unit.Status, Long> byStatus) {

    public StatusCounts {
      Map<Unit.Status, Long> counts = new EnumMap<>(Unit.Status.class);
      for (Unit.Status status : Unit.Status.values()) {
        counts.put(status, byStatus.getOrDefault(status, 0L));
      }
      byStatus = Collections.unmodifiableMap(counts);
    }

    /** The number of units that have the status. */
    public long count(Unit.Status status) {
      return byStatus.getOrDefault(status, 0L);
    }

    /** The number of units. */
    public long total() {
      return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Numbers of units that a memory keeps and never offers.
   *
   * @param retired retired units that are not deleted, kept for the history
   * @param deleted deleted units, retired or not, kept until a compaction
   */
  public record HiddenUnits(long retired, long deleted) {}

  /**
   * Statistics of some units of a memory. Two texts count as the same when they have the same key
   * of exact lookup, which ignores white space and width.
   *
   * @param units the units by status
   * @param source size of the sources
   * @param target size of the translations
   * @param repetitions units whose source is that of an earlier unit; this and the next two counts
   *     leave out rejected units
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
