package ballast.memory;

import ballast.bitext.Status;
import ballast.language.TextAmount;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Statistics of some units of a memory. Two texts count as the same when they have the same key of
 * exact lookup, which ignores white space and width.
 *
 * @param byStatus units by status; every status has an entry
 * @param source size of the sources
 * @param target size of the translations
 * @param repetitions units whose source is that of an earlier unit; this and the next two counts
 *     leave out rejected units
 * @param sourcesWithSeveralTargets sources with more than one translation
 * @param targetsWithSeveralSources translations of more than one source
 */
public record UnitStatistics(
    Map<Status, Long> byStatus,
    TextAmount source,
    TextAmount target,
    long repetitions,
    long sourcesWithSeveralTargets,
    long targetsWithSeveralSources) {

  public UnitStatistics {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, byStatus.getOrDefault(status, 0L));
    }
    byStatus = Collections.unmodifiableMap(counts);
  }

  /** The number of units. */
  public long units() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
