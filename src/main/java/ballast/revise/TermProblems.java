package ballast.revise;

import ballast.bitext.Span;
import java.util.List;

/** Compares translations with a glossary. */
@FunctionalInterface
public interface TermProblems {

  TermProblems NONE = (source, translation) -> List.of();

  /**
   * @param source never empty
   * @param translation may be empty
   */
  List<Problem> in(String source, String translation);

  /**
   * A glossary term that is wrong or missing in a translation.
   *
   * @param term its term in the source
   * @param expected the allowed translations, the best first; may be empty
   * @param span the wrong term in the translation; empty when the term is missing
   */
  public record Problem(
      String concept, String term, List<String> expected, Span span, String message) {

    public Problem {
      expected = List.copyOf(expected);
    }

    Problem withSpan(Span other) {
      return new Problem(concept, term, expected, other, message);
    }
  }
}
