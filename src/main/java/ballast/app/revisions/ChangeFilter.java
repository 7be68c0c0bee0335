package ballast.app.revisions;

import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.RevisedPassage;
import ballast.revise.TermEffect;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

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

  boolean takes(RevisedPassage passage) {
    return (unchanged || !passage.isUnchanged() || passage.isAlignedAnew())
        && passage.changes().stream().anyMatch(this::takes);
  }

  private boolean takes(Change change) {
    return (topics.isEmpty() || topics.stream().anyMatch(topic -> topic.takes(change)))
        && (format || change.kind() != Change.Kind.EDITED || !change.isFormatOnly())
        && (change.rate().rate() >= minRate || change.kind() == Change.Kind.STALE);
  }

  /**
   * Limits beyond which a comparison counts as failed. Without any limit, every listed change
   * counts.
   *
   * @param forbidden changes that must not occur, listed or not
   * @param maxRate maximum edit rate of the whole, 0 to 1; empty for any
   */
  public record ChangeLimits(List<Forbidden> forbidden, OptionalDouble maxRate) {

    /** A change that a reviewer would reject. */
    public enum Forbidden {
      /**
       * A translation of a term that the glossary does not allow and the old version did not have.
       */
      INTRODUCED_TERM,
      /** A translation that did not follow its source. */
      STALE;

      boolean takes(Change change) {
        return this == STALE
            ? change.kind() == Change.Kind.STALE
            : change.has(TermEffect.Kind.INTRODUCED);
      }

      @Override
      public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }

    public ChangeLimits {
      forbidden = List.copyOf(forbidden);
    }

    /** Whether there is no limit, so that every listed change counts. */
    public boolean isNone() {
      return forbidden.isEmpty() && maxRate.isEmpty();
    }

    /** Whether a comparison fails. With a limit, only the changes of the first reviewer count. */
    public boolean areExceededBy(ComparedVersions compared) {
      if (isNone()) {
        return !compared.shown().stream().allMatch(RevisedPassage::isUnchanged);
      }
      boolean failed =
          compared.passages().stream()
              .map(RevisedPassage::first)
              .anyMatch(change -> forbidden.stream().anyMatch(one -> one.takes(change)));
      return failed || (maxRate.isPresent() && compared.rate(0).rate() > maxRate.getAsDouble());
    }
  }
}
