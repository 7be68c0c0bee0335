package ballast.workflow.align;

import ballast.align.Rendering;
import ballast.bitext.CountedNoun;
import java.util.List;

/**
 * The known translations that help to align one article.
 *
 * @param renderings from the language of its source to that of its target: first the glossary's,
 *     then those of approved units, the last changed first; may be empty
 * @param terms how many of them are from the glossary
 * @param approved how many are approved units
 */
record Evidence(List<Rendering> renderings, int terms, int approved) {

  Evidence {
    renderings = List.copyOf(renderings);
  }

  /** For example {@code 130 terms, 24 approved units}. */
  @Override
  public String toString() {
    return CountedNoun.of(terms, "term") + ", " + CountedNoun.of(approved, "approved unit");
  }
}
