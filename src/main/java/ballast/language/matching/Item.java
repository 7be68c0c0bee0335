package ballast.language.matching;

import ballast.bitext.BlockType;

/**
 * A sentence or a unit, as {@link SentenceMatcher} sees it.
 *
 * @param text number of its text: equal texts of both versions have the same, from 0 on
 * @param block number of the block it stands in; only sentences of one block are joined
 * @param type what that block is
 * @param key number of what it translates; those that are left over and have the same are one,
 *     wherever they stand; {@link #NO_KEY} when nothing is known
 */
public record Item(int text, int block, BlockType type, int key) {

  /** Nothing is known of what it translates. */
  public static final int NO_KEY = -1;

  public Item {
    if (text < 0 || key < NO_KEY) {
      throw new IllegalArgumentException("text " + text + ", key " + key);
    }
  }
}
