package ballast.format.term;

import ballast.glossary.Concept;
import ballast.glossary.Term;

/**
 * A term that the format of a file cannot hold.
 *
 * @param concept the id of its concept
 * @param term its text; if all of the concept is left out, the first Chinese term; empty if there
 *     is none
 * @param reason in words, without a full stop
 */
public record LeftOutTerm(String concept, String term, String reason) {

  static LeftOutTerm of(Concept concept, Term term, String reason) {
    return new LeftOutTerm(concept.id(), term.text(), reason);
  }

  static LeftOutTerm allOf(Concept concept, String reason) {
    String term = concept.zh().isEmpty() ? "" : concept.zh().get(0).text();
    return new LeftOutTerm(concept.id(), term, reason);
  }

  /** {@code "vessel" of "2": it is a formula}. */
  @Override
  public String toString() {
    boolean isNamed = !term.isEmpty() && !term.equals(concept);
    return (isNamed ? "\"" + term + "\" of " : "") + "\"" + concept + "\": " + reason;
  }
}
