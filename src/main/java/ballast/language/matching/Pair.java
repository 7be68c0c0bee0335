package ballast.language.matching;

import ballast.bitext.Range;

/**
 * Sentences of the old version and the corresponding sentences of the new one.
 *
 * @param old positions in the old version; empty when the new sentence was added
 * @param revised positions in the new version; empty when the old sentence was removed
 * @param similarity likeness of the two sides, in [0, 1]; 0 if one side is empty
 * @param moved whether its position among the other sentences has changed
 */
public record Pair(Range old, Range revised, double similarity, boolean moved) {

  public Pair {
    if (old.isEmpty() && revised.isEmpty()) {
      throw new IllegalArgumentException("a pair needs a sentence");
    }
  }

  /** Whether a sentence was added or removed. */
  public boolean isOneSided() {
    return old.isEmpty() || revised.isEmpty();
  }
}
