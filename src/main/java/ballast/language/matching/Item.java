package ballast.language.matching;

import ballast.bitext.BlockType;

/**
 * A sentence or a unit for {@link SentenceMatcher}.
 *
 * @param text number of its text, from 0 on; equal texts of both versions have the same number
 * @param block number of its block; only sentences of the same block are joined
 * @param type type of the block
 * @param key number of the text that it translates; unpaired items with the same key correspond,
 *     wherever they are; {@link #NO_KEY} when unknown
 */
public record Item(int text, int block, BlockType type, int key) {

  /** The text that it translates is unknown. */
  public static final int NO_KEY = -1;

  public Item {
    if (text < 0 || key < NO_KEY) {
      throw new IllegalArgumentException("text " + text + ", key " + key);
    }
  }
}
