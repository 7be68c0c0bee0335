package ballast.revise;

import java.util.Locale;

/** What an edit is about; the first that holds. */
public enum EditClass {
  /**
   * Case, full or half width, kind of quotation mark or dash, white space, traditional or
   * simplified: the words are the same.
   */
  FORMAT,
  /** A number, a month or a day of the week that is only in one of the two texts. */
  NUMBER,
  /** A term of the glossary, right or wrong, that the edit touches. */
  TERM,
  /** An English name (capital inside of a sentence) that is only in one of the two texts. */
  NAME,
  /** Everything else. */
  WORDING;

  /** The name used in output: {@code format}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
