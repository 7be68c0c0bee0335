package ballast.likeness.index;

/**
 * Sorts many non-negative numbers digit by digit from the lowest, in O(n) time and twice the space.
 */
final class RadixSort {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private RadixSort() {}

  /**
   * Returns the first {@code count} numbers, sorted stably without their lowest {@code skip} bits.
   * The result is one of the two arrays; both are overwritten.
   */
  static long[] sorted(long[] numbers, int count, int skip, long[] room) {
    long[] from = numbers;
    long[] to = room;
    for (int shift = skip; shift < Long.SIZE; shift += DIGIT_BITS) {
      int[] places = counts(from, count, shift);
      if (isOneDigit(places, count)) {
        continue;
      }
      toPlaces(places);
      for (int i = 0; i < count; i++) {
        to[places[digit(from[i], shift)]++] = from[i];
      }
      long[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private static int[] counts(long[] numbers, int count, int shift) {
    int[] counts = new int[DIGITS];
    for (int i = 0; i < count; i++) {
      counts[digit(numbers[i], shift)]++;
    }
    return counts;
  }

  private static int digit(long number, int shift) {
    return (int) (number >>> shift) & (DIGITS - 1);
  }

  private static boolean isOneDigit(int[] counts, int all) {
    for (int count : counts) {
      if (count > 0) {
        return count == all;
      }
    }
    return true;
  }

  private static void toPlaces(int[] counts) {
    int place = 0;
    for (int d = 0; d < DIGITS; d++) {
      int count = counts[d];
      counts[d] = place;
      place += count;
    }
  }
}
