package ballast.language.matching;

import ballast.bitext.Range;

/**
 * Sentences of the old version and what became of them.
 *
 * @param old positions in the old version; empty when the new sentence was added
 * @param revised positions in the new version; empty when the old sentence was removed
 * @param similarity how alike the two are, in [0, 1]; 0 when one side is empty
 * @param moved whether it stands elsewhere among the others than it did
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
