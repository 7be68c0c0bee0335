package ballast.likeness.near;

import ballast.likeness.Measure;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The keys of pairs of texts, such that two pairs of which both texts score at least the threshold
 * have a key in common: those of one of the two texts ({@link PieceKeys}). That is the one whose
 * symbols are words, if there is one, since it has fewer symbols, and few pieces that many texts
 * have.
 *
 * <p>A key that very many pairs have (all translations of "Contents") can be replaced by keys of
 * its own for the other text of these pairs. Of two pairs with the key that are nearly the same,
 * the other texts score too, so that they have one of these in common.
 *
 * <p>A reusable buffer; for one thread.
 */
public final class PairKeys {

  private final PieceKeys keys;

  /** The keys of a pair. */
  public static final class Found {

    private final long[] pieces;
    private final long[] all;

    private Found(long[] pieces, long[] all) {
      this.pieces = pieces;
      this.all = all;
    }

    /** Those that it has as the longer or the shorter text, each once. */
    public LongStream all() {
      return Arrays.stream(all);
    }

    /** Whether one of them is that of a piece: it has it as the longer text. */
    public boolean isPiece(long key) {
      return Arrays.binarySearch(pieces, key) >= 0;
    }
  }

  /**
   * @param threshold the lowest score, {@link ballast.likeness.Score#MIN_THRESHOLD} to 100
   */
  public PairKeys(int threshold) {
    keys = new PieceKeys(threshold);
  }

  /** The keys of a pair. */
  public Found of(ComparedPair pair) {
    return found(isByTarget(pair) ? pair.target() : pair.source(), pair.languages().hashCode());
  }

  /** The keys of a pair in place of one that it has. */
  public Found of(ComparedPair pair, long key) {
    return found(isByTarget(pair) ? pair.source() : pair.target(), key);
  }

  private static boolean isByTarget(ComparedPair pair) {
    return pair.source().measure() == Measure.CHARACTERS
        && pair.target().measure() == Measure.WORDS;
  }

  private Found found(ComparedPair.Text side, long among) {
    keys.read(side.text(), side.measure(), among);
    // Each piece is one of its own stretches.
    return new Found(keys.pieces(), keys.stretches());
  }
}
