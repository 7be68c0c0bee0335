package ballast.workflow.revise;

import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.EditClass;
import ballast.revise.RevisedPassage;
import java.util.List;
import java.util.Locale;

/**
 * Which changes are listed.
 *
 * @param topics what they have to be about, one of these; empty for anything
 * @param format whether changes of nothing but format are listed
 * @param minRate the least edit rate, 0 to 1; translations that did not follow their source are
 *     listed at any rate
 * @param unchanged whether what stayed unchanged is listed too
 */
public record ChangeFilter(List<Topic> topics, boolean format, double minRate, boolean unchanged) {

  /** All that is not as it was. */
  public static final ChangeFilter CHANGES = new ChangeFilter(List.of(), true, 0, false);

  /** What a change may be about. */
  public enum Topic {
    TERMS,
    NUMBERS,
    NAMES,
    FORMAT,
    MOVED,
    STALE;

    boolean takes(Change change) {
      return switch (this) {
        case TERMS -> change.has(EditClass.TERM) || !change.terms().isEmpty();
        case NUMBERS -> change.has(EditClass.NUMBER);
        case NAMES -> change.has(EditClass.NAME);
        case FORMAT -> change.has(EditClass.FORMAT);
        case MOVED -> change.kind() == ChangeKind.MOVED;
        case STALE -> change.kind() == ChangeKind.STALE;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ChangeFilter {
    topics = List.copyOf(topics);
  }

  /** The same, with what stayed unchanged. */
  public ChangeFilter withUnchanged() {
    return new ChangeFilter(topics, format, minRate, true);
  }

  /** Whether a passage is listed: if one of its changes is. */
  boolean takes(RevisedPassage passage) {
    return (unchanged || !passage.isUnchanged())
        && passage.changes().stream().anyMatch(this::takes);
  }

  private boolean takes(Change change) {
    return (topics.isEmpty() || topics.stream().anyMatch(topic -> topic.takes(change)))
        && (format || change.kind() != ChangeKind.EDITED || !change.isFormatOnly())
        && (change.rate().rate() >= minRate || change.kind() == ChangeKind.STALE);
  }
}
