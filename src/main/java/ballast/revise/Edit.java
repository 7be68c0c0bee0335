package ballast.revise;

import ballast.bitext.Span;
import java.util.Locale;

/**
 * A stretch of the old text that was replaced. Edits of a pair are in order and do not touch:
 * replacing each {@code old} span by its {@code newText} gives the new text.
 *
 * @param old in the old text, UTF-16 units; empty when something was inserted
 * @param oldText the characters of that span
 * @param revised in the new text; empty when something was deleted
 * @param newText the characters of that span
 * @param editClass its class
 */
public record Edit(Span old, String oldText, Span revised, String newText, Kind editClass) {

  public Edit {
    if (oldText.length() != old.length()
        || newText.length() != revised.length()
        || oldText.equals(newText)) {
      throw new IllegalArgumentException("edit " + old + " to " + revised + " changes nothing");
    }
  }

  /** The same edit, of another class. */
  Edit withClass(Kind other) {
    return new Edit(old, oldText, revised, newText, other);
  }

  /**
   * Applies edits to the old text and returns the new one.
   *
   * @param edits all of a pair, in order
   */
  public static String replay(String old, Iterable<Edit> edits) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      text.append(old, at, edit.old.start()).append(edit.newText);
      at = edit.old.end();
    }
    return text.append(old, at, old.length()).toString();
  }

  /** The class of an edit: the first of these that applies. */
  public enum Kind {
    /**
     * Case, full or half width, kind of quotation mark or dash, white space, traditional or
     * simplified characters: the words are the same.
     */
    FORMAT,
    /** A number, a month or a day of the week that is only in one of the two texts. */
    NUMBER,
    /** A term of the glossary, right or wrong, that the edit touches. */
    TERM,
    /** An English name (a capital inside a sentence) that is only in one of the two texts. */
    NAME,
    /** Everything else. */
    WORDING;

    /** The name used in output: {@code format}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
