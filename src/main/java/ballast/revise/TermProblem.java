package ballast.revise;

import ballast.bitext.Span;
import java.util.List;

/**
 * Something that a glossary has against a translation.
 *
 * @param concept id of the concept
 * @param term its term in the source
 * @param expected what may stand in the translation, the best first; may be empty
 * @param span where the wrong term stands in the translation; empty when nothing stands there
 * @param message in words
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
