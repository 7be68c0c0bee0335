package ballast.glossary;

import ballast.bitext.Location;

/**
 * A word or phrase for a concept, Chinese or English.
 *
 * @param text never blank
 * @param status whether it may be used; the main Chinese form is preferred and its variants are
 *     admitted unless the file says otherwise
 * @param use how it is recognised
 * @param remarks note and source of this term, not of the whole concept
 * @param where the row or element it comes from; {@link Location#UNKNOWN} if it does not come from
 *     a file
 */
public record Term(String text, TermStatus status, TermUse use, Remarks remarks, Location where) {

  public Term {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a term is blank");
    }
  }

  /** A term with defaults for everything else. */
  public Term(String text, TermStatus status) {
    this(text, status, TermUse.DEFAULT, Remarks.NONE, Location.UNKNOWN);
  }

  /** Uses the text alone: terms are looked up often, and their texts differ. */
  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Whether a translator may use it: its use has been decided on. */
  public boolean isAllowed() {
    return status == TermStatus.PREFERRED || status == TermStatus.ADMITTED;
  }

  /** Whether it must not be used; a proposed term is neither allowed nor forbidden. */
  public boolean isForbidden() {
    return status == TermStatus.FORBIDDEN;
  }
}
