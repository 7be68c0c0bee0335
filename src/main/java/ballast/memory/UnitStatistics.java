package ballast.memory;

import ballast.bitext.Status;
import ballast.language.TextAmount;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Figures on some units of a memory. Two texts are the same when they have the same key of exact
 * lookup: white space and width apart.
 *
 * @param byStatus units by status; every status has an entry
 * @param source how much text the sources are
 * @param target how much text the translations are
 * @param repetitions units whose source is that of another unit before them; rejected units are not
 *     counted, here and below
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

  /** How many units. */
  public long units() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
