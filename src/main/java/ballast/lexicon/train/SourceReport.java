package ballast.lexicon.train;

import java.util.Map;

/**
 * What became of the pairs of one source.
 *
 * @param name the file's name
 * @param weight what each pair counted
 * @param read lines or dictionary entries
 * @param kept pairs that were trained on
 * @param dropped pairs that were not, by reason; {@code read} is the sum of all
 */
public record SourceReport(
    String name, double weight, int read, int kept, Map<Reason, Integer> dropped) {

  /** Why a pair was not used. */
  public enum Reason {
    /** The line has no tab, or more than one. */
    NOT_A_PAIR,
    /** A side has no words that are known often enough. */
    EMPTY,
    /** A side has too many words: a word of it could be the translation of any. */
    TOO_LONG,
    /** One side has far more words than the other: hardly a translation. */
    LENGTHS_DIFFER
  }

  public SourceReport {
    dropped = Map.copyOf(dropped);
  }
}
