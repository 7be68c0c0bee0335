package ballast.revise;

import ballast.bitext.Span;
import java.util.List;

/** Compares translations with a glossary. */
@FunctionalInterface
public interface TermProblems {

  /** No glossary. */
  TermProblems NONE = (source, translation) -> List.of();

  /**
   * The term problems of a translation.
   *
   * @param source the source text; never empty
   * @param translation its translation; may be empty
   */
  List<Problem> in(String source, String translation);

  /**
   * A term of a glossary that is wrong or missing in a translation.
   *
   * @param concept id of the concept
   * @param term its term in the source
   * @param expected the allowed translations, the best first; may be empty
   * @param span the wrong term in the translation; empty when the term is missing
   * @param message a description of the problem
   */
  public record Problem(
      String concept, String term, List<String> expected, Span span, String message) {

    public Problem {
      expected = List.copyOf(expected);
    }

    /** The same problem, with another place in the translation. */
    Problem withSpan(Span other) {
      return new Problem(concept, term, expected, other, message);
    }
  }
}
