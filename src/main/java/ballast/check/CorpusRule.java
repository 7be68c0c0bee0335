package ballast.check;

import java.util.List;

/**
 * A rule that compares pairs of texts with each other. It can be applied to all pairs in one
 * survey, or to parts of a corpus: what it finds by comparing pairs depends only on the first pair
 * of each variant of a key, on how often the variant occurs and, if its {@link #reach} is limited,
 * on the pairs with traits that stand close together.
 */
public interface CorpusRule extends Rule {

  /** The reach of a rule that compares pairs wherever they stand. */
  int EVERYWHERE = Integer.MAX_VALUE;

  /** Starts a survey of pairs. */
  Survey survey();

  /**
   * What it compares in a pair with other pairs, in the order of the text; empty if a survey
   * without this pair finds the same.
   */
  List<Trait> traits(PairReading reading);

  /** The findings that a pair shows by itself. */
  default List<Finding> alone(PairReading reading) {
    return List.of();
  }

  /** How many places further on a pair may stand to be compared with another one. */
  default int reach() {
    return EVERYWHERE;
  }

  /** Examines pairs one after the other. For one thread. */
  interface Survey {

    /** Adds a pair. */
    void see(PairReading reading, CheckedPair<Passage> place);

    /** Passes over pairs that have no traits and stand between those that are added. */
    default void skip(int pairs) {}

    /** Says how often a trait occurs, if not all pairs that have it are added. */
    default void count(Trait trait, int times) {}

    /** The findings of comparing all pairs added, in the order of the pairs. */
    List<LocatedFinding> findings();
  }

  /**
   * Something in a pair of texts that a rule compares with other pairs.
   *
   * @param rule id of the rule
   * @param key what pairs must have in common to be compared: a source text, a concept, a rendering
   * @param variant what may differ between them: a translation, a rendering, a concept
   * @param term id of the glossary's concept; empty when no term is concerned
   */
  public record Trait(String rule, String key, String variant, String term) {}
}
