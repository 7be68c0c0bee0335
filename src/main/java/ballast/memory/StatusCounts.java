package ballast.memory;

import ballast.bitext.Status;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Numbers of units by status.
 *
 * @param byStatus every status has an entry
 */
public record StatusCounts(Map<Status, Long> byStatus) {

  public StatusCounts {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, byStatus.getOrDefault(status, 0L));
    }
    byStatus = Collections.unmodifiableMap(counts);
  }

  /** The number of units that have the status. */
  public long count(Status status) {
    return byStatus.getOrDefault(status, 0L);
  }

  /** The number of units. */
  public long total() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
