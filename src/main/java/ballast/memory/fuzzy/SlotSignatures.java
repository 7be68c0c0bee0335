package ballast.memory.fuzzy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * What has been learnt of the texts of a part's slots while they were compared: their {@link
 * Signature}s. A search for a text with few grams that tell texts apart, such as Latin words in
 * Chinese at a low threshold, has very many candidates; the next one need not read those again
 * whose signature is too far off. A slot's text never changes, so what is known stays true.
 *
 * <p>Sixteen bytes a slot, from the first search on that has many candidates. For one thread.
 */
public final class SlotSignatures {

  /** So few candidates are not worth the memory. */
  public static final int WORTH_LEARNING = 64;

  private final int slots;
  private final BitSet known = new BitSet();

  /** Slots that several texts share by accident: nothing is known of them. */
  private final BitSet shared = new BitSet();

  private long[] low = new long[0];
  private long[] high = new long[0];

  /**
   * @param slots how many there are
   */
  public SlotSignatures(int slots) {
    this.slots = slots;
  }

  private void learn(int slot, Signature signature) {
    if (low.length == 0) {
      low = new long[slots];
      high = new long[slots];
    }
    if (!known.get(slot)) {
      known.set(slot);
      low[slot] = signature.low();
      high[slot] = signature.high();
    } else if (low[slot] != signature.low() || high[slot] != signature.high()) {
      shared.set(slot);
    }
  }

  /**
   * The slots among these whose texts may score {@code least}; never one too few.
   *
   * @param candidates gives slots of the part by number, from 0 to below {@code count}; they rise
   */
  public int[] mayScore(
      Part part, Pattern pattern, int least, IntUnaryOperator candidates, int count) {
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
              && !pattern.mayScore(
                  new Signature(low[slot], high[slot]), part.length(length), least);
      if (!excluded) {
        kept[size++] = slot;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  /**
   * Learns a text of a slot.
   *
   * @param text its symbols; another text that is there by accident may have another length
   */
  public void learn(Part part, int slot, Symbols text) {
    if (part.hasLength(slot, text.size())) {
      learn(slot, Signature.of(text));
    }
  }
}
