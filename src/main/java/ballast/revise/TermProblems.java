package ballast.revise;

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
  List<TermProblem> in(String source, String translation);
}
