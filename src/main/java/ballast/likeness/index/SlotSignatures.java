package ballast.likeness.index;

import ballast.likeness.Pattern;
import ballast.likeness.Pattern.Signature;
import ballast.likeness.Symbols;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * The {@link Pattern.Signature}s of the texts of a part's slots, collected while they were
 * compared. A search for a text with few grams that tell texts apart, such as Latin words in
 * Chinese at a low threshold, has very many candidates; the next one can skip those whose signature
 * differs too much. A slot's text never changes, so its signature stays valid.
 *
 * <p>Takes about sixteen bytes for each known slot, allocated by pages up to a limit. For one
 * thread.
 */
public final class SlotSignatures {

  /** Fewer candidates are not worth the memory. */
  public static final int WORTH_LEARNING = 64;

  private static final int PAGE_BITS = 8;

  /** Slots of a page: neighbours have like lengths and are candidates together. */
  private static final int PAGE = 1 << PAGE_BITS;

  private static final int PAGE_BYTES = 2 * Long.BYTES * PAGE;

  private final BitSet known = new BitSet();

  /** Slots that several texts share by accident: nothing is known of them. */
  private final BitSet shared = new BitSet();

  /** Of each slot of a page the lower half of its signature, then the upper one. */
  private final long[][] pages;

  private long room;

  /**
   * @param slots how many there are
   * @param capacity how many bytes may be kept
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
   * The slots among these whose texts may score {@code threshold}; none of these is left out.
   *
   * @param candidates gives slots of the part by number, from 0 to below {@code count}; they rise
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
