package ballast.likeness.index;

/**
 * A list in memory, organised by octets. An octet is eight neighbouring slots, those of one byte of
 * a bitmap. One bitmap marks the octets that have any slot of the list, and a byte for each of
 * these marks its slots; a count of the octets before each word finds the place (rank, see Jacobson
 * 1989, "Space-efficient static trees and graphs").
 */
final class CachedList {

  /** Slots to octets. */
  static final int SHIFT = 3;

  private static final int WORD_SHIFT = 6;
  private static final int BYTE = 0xFF;

  /** The bits of a byte as eight bytes. */
  private static final long[] SPREAD = spread();

  private final long[] octets;
  private final int[] countsBefore;
  private final byte[] slots;

  private CachedList(long[] octets, int[] countsBefore, byte[] slots) {
    this.octets = octets;
    this.countsBefore = countsBefore;
    this.slots = slots;
  }

  private static long[] spread() {
    long[] spread = new long[BYTE + 1];
    for (int i = 0; i <= BYTE; i++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        spread[i] |= (long) (i >>> bit & 1) << (Byte.SIZE * bit);
      }
    }
    return spread;
  }

  /** The number of octets for a number of slots. */
  static int octets(int slots) {
    return (slots + Byte.SIZE - 1) >>> SHIFT;
  }

  /**
   * Stores a list.
   *
   * @param bits a bitmap of its slots
   * @param words number of words of it to use
   */
  static CachedList of(long[] bits, int words) {
    long[] octets = new long[(words + Long.BYTES - 1) >>> SHIFT];
    for (int i = 0; i < words; i++) {
      octets[i >>> SHIFT] |= filled(bits[i]) << (i << SHIFT);
    }
    int[] countsBefore = new int[octets.length];
    int count = 0;
    for (int i = 0; i < octets.length; i++) {
      countsBefore[i] = count;
      count += Long.bitCount(octets[i]);
    }
    return new CachedList(octets, countsBefore, bytes(bits, words, count));
  }

  /** A bit for each byte that is not 0. */
  private static long filled(long word) {
    long bits = word | word >>> 4;
    bits |= bits >>> 2;
    bits |= bits >>> 1;
    return ((bits & 0x0101010101010101L) * 0x0102040810204080L) >>> 56;
  }

  /** The bytes that are not 0. */
  private static byte[] bytes(long[] bits, int words, int count) {
    byte[] bytes = new byte[count];
    int next = 0;
    for (int i = 0; i < words; i++) {
      for (long remaining = bits[i]; remaining != 0; ) {
        int shift = Long.numberOfTrailingZeros(remaining) & -Byte.SIZE;
        bytes[next++] = (byte) (remaining >>> shift);
        remaining &= ~((long) BYTE << shift);
      }
    }
    return bytes;
  }

  /** The octets that have any slot of the list, as a bitmap that {@link SlotCounts} counts. */
  long[] octets() {
    return octets;
  }

  /** How many octets have any slot of the list. */
  int count() {
    return slots.length;
  }

  /** The slots of an octet that are in the list, a bit each, the lowest for the first. */
  int slots(int octet) {
    int word = octet >>> WORD_SHIFT;
    long bits = octets[word];
    long bit = 1L << octet;
    return (bits & bit) == 0
        ? 0
        : slots[countsBefore[word] + Long.bitCount(bits & (bit - 1))] & BYTE;
  }

  /** The same, each of the eight as a byte that is 0 or 1. */
  long spread(int octet) {
    return SPREAD[slots(octet)];
  }

  /** Its size in bytes. */
  long bytes() {
    return (long) octets.length * (Long.BYTES + Integer.BYTES) + slots.length;
  }
}
