package ballast.memory;

import ballast.bitext.Unit;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * An event in the history of one unit.
 *
 * @param document the unit's document; empty when it has none
 * @param before the texts and status before; both texts are empty when the unit was added
 * @param note information that the texts do not show, such as the unit that a duplicate was merged
 *     into; may be empty
 */
public record HistoryEntry(
    String uid,
    String document,
    What what,
    Occasion occasion,
    State before,
    State after,
    String note) {

  /**
   * @param at UTC, whole seconds
   * @param author empty when unknown
   * @param revision number of the document revision that caused the event, or 0
   * @param latest number of the document's latest revision at that time, including this one, or 0
   * @param command number of the command; 0 in the history of a single unit
   */
  public record Occasion(Instant at, String author, int revision, int latest, long command) {}

  public record State(String source, String target, Unit.Status status) {

    public State {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(target, "target");
    }
  }

  public enum What {
    ADDED,
    /** A text or inline code changed; an approved unit whose text changed became a draft. */
    CHANGED,
    /** The unit was no longer in the document. */
    RETIRED,
    /** The unit was in the document again, perhaps with another target text. */
    REVIVED,
    /** A user gave the unit another status. */
    JUDGED,
    /** A user commented on the unit, replied, or resolved or reopened a comment. */
    COMMENTED,
    /** The unit was deleted, or its addition was undone; it is kept but never shown. */
    DELETED,
    RESTORED,
    /** A user confirmed that source and target belong together. */
    CONFIRMED,
    UNCONFIRMED,
    /** Only the aligner's confidence changed; never listed. */
    SCORED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static What ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
