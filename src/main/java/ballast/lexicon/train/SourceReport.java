package ballast.lexicon.train;

import java.util.Map;

/**
 * How many pairs of one source were used, and why others were not.
 *
 * @param name the file's name
 * @param weight the weight of each pair
 * @param read number of lines or dictionary entries
 * @param kept number of pairs used for training
 * @param dropped number of pairs not used, by reason; {@code read} is the sum of {@code kept} and
 *     all of these
 */
public record SourceReport(
    String name, double weight, int read, int kept, Map<Reason, Integer> dropped) {

  /** Why a pair was not used. */
  public enum Reason {
    /** The line has no tab, or more than one. */
    NOT_A_PAIR,
    /** A side has no words that are frequent enough. */
    EMPTY,
    /** A side has too many words: any of them could translate any word of the other. */
    TOO_LONG,
    /** One side has far more words than the other: it is hardly a translation. */
    LENGTHS_DIFFER
  }

  public SourceReport {
    dropped = Map.copyOf(dropped);
  }
}
