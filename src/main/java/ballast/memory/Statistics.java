package ballast.memory;

import ballast.bitext.Status;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts over a whole memory.
 *
 * @param documents number of documents
 * @param revisions revisions of all documents
 * @param unitsByStatus units that are neither retired nor deleted, by status; every status has an
 *     entry
 * @param retired retired units that are not deleted, kept for the history
 * @param deleted deleted units, retired or not, kept until a compaction
 * @param sourceCharacters Han code points in the source texts of units that are neither retired nor
 *     deleted
 * @param targetWords words in their target texts: stretches without white space that hold a letter
 *     or digit
 * @param fileSize bytes on disk, the write-ahead log included
 */
public record Statistics(
    int documents,
    int revisions,
    Map<Status, Long> unitsByStatus,
    long retired,
    long deleted,
    long sourceCharacters,
    long targetWords,
    long fileSize) {

  public Statistics {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, unitsByStatus.getOrDefault(status, 0L));
    }
    unitsByStatus = Collections.unmodifiableMap(counts);
  }

  /** Units that are neither retired nor deleted. */
  public long units() {
    return unitsByStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
