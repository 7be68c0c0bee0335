package ballast.workflow.align;

import ballast.align.Rendering;
import ballast.bitext.CountedNoun;
import java.util.List;

/**
 * The known translations that help to align one article.
 *
 * @param renderings from the language of its source to that of its target: first the glossary's,
 *     then the units', the last changed first; may be empty
 * @param terms how many of them are from the glossary
 * @param approved how many are approved units
 * @param drafts how many are drafts that the aligner was sure of
 */
record Evidence(List<Rendering> renderings, int terms, int approved, int drafts) {

  Evidence {
    renderings = List.copyOf(renderings);
  }

  /** For example {@code 130 terms, 24 approved units, 310 sure drafts}. */
  @Override
  public String toString() {
    return String.join(
        ", ",
        CountedNoun.of(terms, "term"),
        CountedNoun.of(approved, "approved unit"),
        CountedNoun.of(drafts, "sure draft"));
  }
}
