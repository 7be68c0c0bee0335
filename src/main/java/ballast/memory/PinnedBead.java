package ballast.memory;

import ballast.bitext.BlockType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A bead that a user set in a document. It stays when the document is aligned again, wherever its
 * texts still occur.
 *
 * @param source the source sentences, joined as in {@link ballast.bitext.Alignment#sourceText};
 *     empty if the target sentences were added
 * @param target the target sentences; empty if the source sentences are not translated
 * @param confirmed whether a user confirmed the bead; false if it was only set, for example next to
 *     one that was moved
 * @param type the user's type for its blocks; null to use the type as read
 * @param author empty when unknown
 * @param time UTC; kept in whole seconds
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

  public PinnedBead by(String author) {
    return new PinnedBead(source, target, confirmed, type, author, time);
  }

  /**
   * @param text its sentences, joined; empty if the side has none
   * @param occurrence index among the equal texts of the document, from 0; white space is ignored
   * @param count number of equal texts in the document at that time; 0 when unknown
   */
  public record PinnedText(String text, int occurrence, int count) {

    public static final PinnedText NONE = new PinnedText("", 0);

    public PinnedText {
      if (occurrence < 0 || count < 0 || (count > 0 && occurrence >= count)) {
        throw new IllegalArgumentException("occurrence " + occurrence + " of " + count);
      }
    }

    public PinnedText(String text, int occurrence) {
      this(text, occurrence, 0);
    }

    public boolean isEmpty() {
      return text.isEmpty();
    }
  }
}
