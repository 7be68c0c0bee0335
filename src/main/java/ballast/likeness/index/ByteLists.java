package ballast.likeness.index;

import java.util.Arrays;

/**
 * Many growing lists of numbers, with a byte for each seven bits of a number.
 *
 * <p>A list is a chain of <em>slices</em>, each twice as long as the one before up to {@value
 * #MAX_SLICE} bytes; the last {@value #LINK} bytes of a slice point to the next one, so that
 * nothing is moved when a list grows. (Like the pool of postings of Lucene's indexing chain.) All
 * slices of a block have one length, and where one ends follows from the place in the block.
 */
final class ByteLists {

  private static final int BLOCK_BITS = 12;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int MIN_SLICE = 8;
  private static final int MAX_SLICE = 256;
  private static final int LINK = 4;
  private static final int LEVELS = 6;

  private byte[][] blocks = new byte[8][];
  // The length of the slices of each block, less one.
  private int[] masks = new int[8];
  private int size;
  private int[] numbers = new int[64];
  // Where the next slice of each length is; at the end of a block there is none.
  private final int[] free = new int[LEVELS];

  /** Begins a list; returns the position of its first number. */
  int begin() {
    return slice(0);
  }

  /** Appends a number, 0 or more, to a list; returns the position of the next one. */
  int add(int end, int number) {
    int at = end;
    int remaining = number;
    while (remaining > 0x7F) {
      at = put(at, remaining | 0x80);
      remaining >>>= 7;
    }
    return put(at, remaining);
  }

  private int put(int place, int value) {
    int at = isLink(place) ? link(place) : place;
    blocks[at >>> BLOCK_BITS][at & (BLOCK - 1)] = (byte) value;
    return at + 1;
  }

  private boolean isLink(int place) {
    int mask = masks[place >>> BLOCK_BITS];
    return (place & mask) == mask + 1 - LINK;
  }

  private int link(int place) {
    int length = Math.min(2 * (masks[place >>> BLOCK_BITS] + 1), MAX_SLICE);
    int next = slice(Integer.numberOfTrailingZeros(length / MIN_SLICE));
    byte[] block = blocks[place >>> BLOCK_BITS];
    for (int i = 0; i < LINK; i++) {
      block[(place & (BLOCK - 1)) + i] = (byte) (next >>> (8 * i));
    }
    return next;
  }

  private int slice(int level) {
    if ((free[level] & (BLOCK - 1)) == 0) {
      free[level] = block(MIN_SLICE << level);
    }
    int slice = free[level];
    free[level] += MIN_SLICE << level;
    return slice;
  }

  private int block(int length) {
    if (size == blocks.length) {
      blocks = Arrays.copyOf(blocks, size * 2);
      masks = Arrays.copyOf(masks, size * 2);
    }
    blocks[size] = new byte[BLOCK];
    masks[size] = length - 1;
    return size++ << BLOCK_BITS;
  }

  /**
   * Reads a list; see {@link #numbers}.
   *
   * @param from what {@link #begin} returned
   * @param end what {@link #add} returned last
   * @return number of elements
   */
  int read(int from, int end) {
    int count = 0;
    int at = from;
    while (at != end) {
      int number = 0;
      int shift = 0;
      byte b;
      do {
        at = isLink(at) ? linked(at) : at;
        b = blocks[at >>> BLOCK_BITS][at & (BLOCK - 1)];
        at++;
        number |= (b & 0x7F) << shift;
        shift += 7;
      } while (b < 0);
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
      }
      numbers[count++] = number;
    }
    return count;
  }

  /** The numbers of the list that was read last; may be overwritten. */
  int[] numbers() {
    return numbers;
  }

  private int linked(int place) {
    return ByteReader.fixed(blocks[place >>> BLOCK_BITS], place & (BLOCK - 1), LINK);
  }

  /** Their size in bytes. */
  long bytes() {
    return (long) size * BLOCK;
  }
}
