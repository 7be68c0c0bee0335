package ballast.memory;

import ballast.bitext.Unit;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * One thing that happened to one unit.
 *
 * @param uid the unit's id
 * @param document the unit's document; empty when it has none
 * @param what what happened
 * @param occasion when it happened, and by whom
 * @param before the texts and status before; both texts empty when the unit was added
 * @param after the texts and status after
 * @param note what the texts do not show, for example into which unit a duplicate was merged; may
 *     be empty
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
   * When something happened to a unit.
   *
   * @param at UTC, whole seconds
   * @param author who did it; empty when unknown
   * @param revision number of the revision of the document that it came with; 0 when it came with
   *     none
   * @param latest number of the latest revision of the document at that time, this one included; 0
   *     when there was none
   */
  public record Occasion(Instant at, String author, int revision, int latest) {}

  /**
   * The texts and status of a unit at one time.
   *
   * @param source source text
   * @param target target text
   * @param status status
   */
  public record State(String source, String target, Unit.Status status) {

    public State {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(target, "target");
    }
  }

  /** What can happen to a unit. */
  public enum What {
    /** It came into the memory. */
    ADDED,
    /** A text or inline code changed; an approved unit whose text changed became a draft. */
    CHANGED,
    /** It was no longer in the document. */
    RETIRED,
    /** It was in the document again, perhaps with another target text. */
    REVIVED,
    /** A person gave it another status. */
    JUDGED,
    /** A person commented on it and changed nothing; the database stores it as a judgement. */
    COMMENTED,
    /** A person deleted it, or what added it was taken back; it is kept, and never shown. */
    DELETED,
    /** It is no longer deleted. */
    RESTORED,
    /** Only the aligner's confidence changed; never listed. */
    SCORED;

    /** The name used in the database and in output: {@code changed}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static What ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
