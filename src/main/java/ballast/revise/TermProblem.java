package ballast.revise;

import ballast.bitext.Span;
import java.util.List;

/**
 * A term of a glossary that is wrong or missing in a translation.
 *
 * @param concept id of the concept
 * @param term its term in the source
 * @param expected the allowed translations, the best first; may be empty
 * @param span the wrong term in the translation; empty when the term is missing
 * @param message a description of the problem
 */
public record TermProblem(
    String concept, String term, List<String> expected, Span span, String message) {

  public TermProblem {
    expected = List.copyOf(expected);
  }

  /** The same problem, with another place in the translation. */
  TermProblem withSpan(Span other) {
    return new TermProblem(concept, term, expected, other, message);
  }
}
