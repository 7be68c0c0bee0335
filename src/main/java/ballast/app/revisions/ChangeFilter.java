package ballast.app.revisions;

import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.RevisedPassage;
import java.util.List;
import java.util.Locale;

/**
 * Selects the changes to list.
 *
 * @param topics a change must have at least one of them; empty for all changes
 * @param format whether to list changes of format only
 * @param minRate minimum edit rate, 0 to 1; translations that did not follow their source are
 *     listed at any rate
 * @param unchanged whether to list unchanged passages too
 */
public record ChangeFilter(List<Topic> topics, boolean format, double minRate, boolean unchanged) {

  public static final ChangeFilter CHANGES = new ChangeFilter(List.of(), true, 0, false);

  public enum Topic {
    TERMS,
    NUMBERS,
    NAMES,
    FORMAT,
    MOVED,
    STALE;

    boolean takes(Change change) {
      return switch (this) {
        case TERMS -> change.has(Edit.Kind.TERM) || !change.terms().isEmpty();
        case NUMBERS -> change.has(Edit.Kind.NUMBER);
        case NAMES -> change.has(Edit.Kind.NAME);
        case FORMAT -> change.has(Edit.Kind.FORMAT);
        case MOVED -> change.kind() == Change.Kind.MOVED;
        case STALE -> change.kind() == Change.Kind.STALE;
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

  public ChangeFilter withUnchanged() {
    return new ChangeFilter(topics, format, minRate, true);
  }

  boolean takes(RevisedPassage passage) {
    return (unchanged || !passage.isUnchanged() || passage.isAlignedAnew())
        && passage.changes().stream().anyMatch(this::takes);
  }

  private boolean takes(Change change) {
    return (topics.isEmpty() || topics.stream().anyMatch(topic -> topic.takes(change)))
        && (format || change.kind() != Change.Kind.EDITED || !change.isFormatOnly())
        && (change.rate().rate() >= minRate || change.kind() == Change.Kind.STALE);
  }
}
