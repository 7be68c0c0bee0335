package ballast.glossary;

import java.util.List;
import java.util.Set;

/**
 * The terms and concepts of a glossary that occur in a Chinese text.
 *
 * @param hits its terms, by ascending start, the longer first where starts are equal
 * @param standing the concepts that have a term whose characters occur in the text, whether or not
 *     they count there
 * @param words its words
 */
public record TermScan(List<TermHit> hits, Set<Concept> standing, HanWords words) {

  /** A text without terms. */
  static final TermScan NONE = new TermScan(List.of(), Set.of(), HanWords.NONE);

  public TermScan {
    hits = List.copyOf(hits);
    standing = Set.copyOf(standing);
  }
}
