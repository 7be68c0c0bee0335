package ballast.glossary;

import ballast.bitext.Location;

/**
 * A word or phrase for a concept, Chinese or English.
 *
 * @param text never blank
 * @param status whether it may be used; of a Chinese term, the main form is preferred and its
 *     variants are admitted unless the file says otherwise
 * @param use how it is recognised
 * @param remarks what the glossary says of this term rather than of the concept
 * @param where the row or element it comes from; {@link Location#UNKNOWN} when from no file
 */
public record Term(String text, TermStatus status, TermUse use, Remarks remarks, Location where) {

  public Term {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a term is blank");
    }
  }

  /** A term of which no more is known. */
  public Term(String text, TermStatus status) {
    this(text, status, TermUse.DEFAULT, Remarks.NONE, Location.UNKNOWN);
  }

  /** By its text alone: terms are looked up often, and their texts differ. */
  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Whether a translator may use it: somebody has decided so. */
  public boolean isAllowed() {
    return status == TermStatus.PREFERRED || status == TermStatus.ADMITTED;
  }

  /** Whether it is not to be used; a proposed term is neither allowed nor forbidden. */
  public boolean isForbidden() {
    return status == TermStatus.FORBIDDEN;
  }
}
