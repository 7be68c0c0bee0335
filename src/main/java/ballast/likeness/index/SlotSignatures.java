package ballast.likeness.index;

import ballast.likeness.Pattern;
import ballast.likeness.Pattern.Signature;
import ballast.likeness.Symbols;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * The {@link Pattern.Signature}s of the texts of a part's slots, collected during comparisons. A
 * search for a text with few distinctive grams, such as Latin words in Chinese at a low threshold,
 * has very many candidates. The next search can skip those with a signature that differs too much.
 * A slot's text never changes, so its signature stays valid.
 *
 * <p>Takes about sixteen bytes for each known slot, allocated by pages up to a limit. Not
 * thread-safe.
 */
public final class SlotSignatures {

  /** Minimum number of candidates that is worth the memory. */
  public static final int WORTH_LEARNING = 64;

  private static final int PAGE_BITS = 8;

  /** Slots of a page: neighbours have similar lengths and are candidates together. */
  private static final int PAGE = 1 << PAGE_BITS;

  private static final int PAGE_BYTES = 2 * Long.BYTES * PAGE;

  private final BitSet known = new BitSet();

  /** Slots that several texts share by accident, without a usable signature. */
  private final BitSet shared = new BitSet();

  /** For each slot of a page, the lower half of its signature, then the upper one. */
  private final long[][] pages;

  private long room;

  /**
   * @param capacity maximum size in bytes
   */
  public SlotSignatures(int slots, long capacity) {
    this.pages = new long[(slots >>> PAGE_BITS) + 1][];
    this.room = capacity;
  }

  private void learn(int slot, Signature signature) {
    long[] page = pages[slot >>> PAGE_BITS];
    if (page == null) {
      if (room < PAGE_BYTES) {
        return;
      }
      room -= PAGE_BYTES;
      page = new long[2 * PAGE];
      pages[slot >>> PAGE_BITS] = page;
    }
    int at = 2 * (slot & (PAGE - 1));
    if (!known.get(slot)) {
      known.set(slot);
      page[at] = signature.low();
      page[at + 1] = signature.high();
    } else if (page[at] != signature.low() || page[at + 1] != signature.high()) {
      shared.set(slot);
    }
  }

  /**
   * Returns the slots among these with texts that may score {@code threshold}; no false negatives.
   *
   * @param candidates returns slots of the part by number, from 0 to below {@code count}; they rise
   */
  public int[] mayScore(
      IndexPart part, Pattern pattern, int threshold, IntUnaryOperator candidates, int count) {
    int[] kept = new int[count];
    int size = 0;
    int length = 0;
    for (int i = 0; i < count; i++) {
      int slot = candidates.applyAsInt(i);
      while (slot >= part.end(length)) {
        length++;
      }
      boolean excluded =
          known.get(slot)
              && !shared.get(slot)
              && !pattern.mayScore(of(slot), part.length(length), threshold);
      if (!excluded) {
        kept[size++] = slot;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private Signature of(int slot) {
    long[] page = pages[slot >>> PAGE_BITS];
    int at = 2 * (slot & (PAGE - 1));
    return new Signature(page[at], page[at + 1]);
  }

  /**
   * Records the signature of a slot's text.
   *
   * @param text its symbols; another text that is there by accident may have another length
   */
  public void learn(IndexPart part, int slot, Symbols text) {
    if (part.hasLength(slot, text.size())) {
      learn(slot, Signature.of(text));
    }
  }
}
