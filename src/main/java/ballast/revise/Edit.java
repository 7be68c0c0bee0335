package ballast.revise;

import ballast.bitext.Span;
import java.util.Locale;

/**
 * A replaced span of the old text. Edits of a pair are in order and do not touch: replacing each
 * {@code old} span with its {@code newText} gives the new text.
 *
 * @param old in the old text, UTF-16 units; empty for an insertion
 * @param revised in the new text; empty for a deletion
 */
public record Edit(Span old, String oldText, Span revised, String newText, Kind editClass) {

  public Edit {
    if (oldText.length() != old.length()
        || newText.length() != revised.length()
        || oldText.equals(newText)) {
      throw new IllegalArgumentException("edit " + old + " to " + revised + " changes nothing");
    }
  }

  Edit withClass(Kind other) {
    return new Edit(old, oldText, revised, newText, other);
  }

  /** The class of an edit: the first of these that applies. */
  public enum Kind {
    /**
     * Case, full or half width, kind of quotation mark or dash, white space, traditional or
     * simplified characters: the words are the same.
     */
    FORMAT,
    /** A number, month or day of the week that is in only one of the texts. */
    NUMBER,
    /** A glossary term, right or wrong, that the edit touches. */
    TERM,
    /** An English name (a capital inside a sentence) that is in only one of the texts. */
    NAME,
    WORDING;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
