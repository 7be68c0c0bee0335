package ballast.workbench.glossary;

import java.util.List;

/**
 * Terms that were mined and that nobody has decided on.
 *
 * @param isMined whether anything was mined yet
 * @param terms the best first
 */
record Proposed(boolean isMined, List<Term> terms) {

  static final Proposed NOTHING = new Proposed(false, List.of());

  Proposed {
    terms = List.copyOf(terms);
  }

  /**
   * A term.
   *
   * @param concept id of the concept that would get another rendering; empty for a new term
   * @param zh the Chinese term
   * @param en its translation
   * @param pairs how many pairs have the Chinese term, without a known rendering if it is known
   * @param together in how many of them it is translated so
   */
  record Term(String concept, String zh, String en, int pairs, int together) {}
}
