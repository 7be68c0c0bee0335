package ballast.glossary;

/**
 * A word or phrase for a concept.
 *
 * @param text never blank
 * @param status whether it may be used
 */
public record Term(String text, TermStatus status) {

  public Term {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a term is blank");
    }
  }

  /** Whether a translator may use it. */
  public boolean isAllowed() {
    return status != TermStatus.FORBIDDEN;
  }
}
