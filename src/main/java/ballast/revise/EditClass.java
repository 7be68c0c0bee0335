package ballast.revise;

import java.util.Locale;

/** The class of an edit: the first of these that applies. */
public enum EditClass {
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
