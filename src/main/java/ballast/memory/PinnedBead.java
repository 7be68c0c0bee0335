package ballast.memory;

import ballast.bitext.BlockType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A bead that a person has set in a document. Aligning the document again keeps it wherever its
 * texts still stand.
 *
 * @param source the source sentences, joined as in {@link ballast.bitext.Alignment#sourceText};
 *     empty: the target sentences were added
 * @param target the target sentences; empty: the source sentences are not translated
 * @param confirmed whether a person has said that the bead is right; else it was only set, for
 *     example beside one that was moved
 * @param type what its blocks are, if the person has said so; null: as they were read
 * @param author who has set it; empty when unknown
 * @param time when, UTC; kept in whole seconds
 */
public record PinnedBead(
    PinnedText source,
    PinnedText target,
    boolean confirmed,
    @Nullable BlockType type,
    String author,
    Instant time) {

  public PinnedBead {
    if (source.isEmpty() && target.isEmpty()) {
      throw new IllegalArgumentException("a bead needs a text on at least one side");
    }
    time = time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The same bead as somebody else has set it. */
  public PinnedBead by(String author) {
    return new PinnedBead(source, target, confirmed, type, author, time);
  }

  /**
   * One side of a {@link PinnedBead}.
   *
   * @param text its sentences, joined; empty when the side has none
   * @param occurrence which of the equal texts of the document it is, from 0; equal means equal but
   *     for white space
   * @param count how many equal texts the document had at that time; 0 when unknown
   */
  public record PinnedText(String text, int occurrence, int count) {

    /** A side without sentences. */
    public static final PinnedText NONE = new PinnedText("", 0);

    public PinnedText {
      if (occurrence < 0 || count < 0 || (count > 0 && occurrence >= count)) {
        throw new IllegalArgumentException("occurrence " + occurrence + " of " + count);
      }
    }

    /** A text of a document of which nobody has counted the equal texts. */
    public PinnedText(String text, int occurrence) {
      this(text, occurrence, 0);
    }

    public boolean isEmpty() {
      return text.isEmpty();
    }
  }
}
