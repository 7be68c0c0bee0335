package ballast.language.matching;

import ballast.bitext.BlockType;

/**
 * Compares the sentences of two versions. Positions count from 0; ranges are half open and not
 * empty.
 */
public interface Likeness {

  /** Returns the word numbers of an old sentence, ascending, with repeats. */
  int[] oldWords(int position);

  int[] newWords(int position);

  /** Returns the weight of a word; more than 0. */
  double weight(int word);

  /** Returns the likeness of old and new sentences, in [0, 1]. */
  double of(int oldStart, int oldEnd, int newStart, int newEnd);

  /** Returns the likeness of two sentences that may have moved, in [0, 1]. */
  default double elsewhere(int old, int revised) {
    return of(old, old + 1, revised, revised + 1);
  }

  /** Returns whether two sentences are linked otherwise, so that their words do not matter. */
  boolean areBound(int old, int revised);

  /** Returns whether two sentences with the same text in different places can be a moved one. */
  boolean mayHaveMoved(int old, int revised);

  /**
   * Minimum likeness, in [0, 1], of corresponding sentences; a value above 1 excludes all.
   *
   * @param inOrder for sentences that keep their order
   * @param elsewhere for pairs with a moved sentence
   * @param beside for neighbours of moved sentences
   * @param replaced for a sentence and its replacement in the same place, between unchanged
   *     sentences
   * @param joined whether several sentences may be joined into one
   */
  public record Demands(
      double inOrder, double elsewhere, double beside, double replaced, boolean joined) {

    public static final double NEVER = 2;
  }

  /**
   * A sentence or a unit for {@link SentenceMatcher}.
   *
   * @param text number of its text, from 0; equal texts of both versions have the same number
   * @param block number of its block; only sentences of the same block are joined
   * @param key number of its source text; unpaired items with the same key correspond, wherever
   *     they are; {@link #NO_KEY} when unknown
   */
  public record Item(int text, int block, BlockType type, int key) {

    public static final int NO_KEY = -1;

    public Item {
      if (text < 0 || key < NO_KEY) {
        throw new IllegalArgumentException("text " + text + ", key " + key);
      }
    }
  }
}
