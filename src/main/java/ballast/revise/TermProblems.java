package ballast.revise;

import java.util.List;

/** Holds translations against a glossary. */
@FunctionalInterface
public interface TermProblems {

  /** No glossary. */
  TermProblems NONE = (source, translation) -> List.of();

  /**
   * What is wrong with the terms of a translation.
   *
   * @param source the source text; never empty
   * @param translation its translation; may be empty
   */
  List<TermProblem> in(String source, String translation);
}
