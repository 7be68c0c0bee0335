package ballast.likeness.index;

/** Bit-parallel adders over arrays of 64-bit words. */
final class BitAdders {

  private BitAdders() {}

  /** Adds two lists or carries to a plane; the new carry goes into {@code carry}. */
  static void join(long[] plane, long[] left, long[] right, long[] carry, int at, int stop) {
    for (int i = at; i < stop; i++) {
      long a = plane[i];
      long b = left[i];
      long c = right[i];
      long one = a ^ b;
      plane[i] = one ^ c;
      carry[i] = (a & b) | (one & c);
    }
  }

  /** Adds a carry to a plane; the new carry replaces the old one. */
  static void add(long[] plane, long[] carry, int at, int stop) {
    for (int i = at; i < stop; i++) {
      long a = plane[i];
      long b = carry[i];
      plane[i] = a ^ b;
      carry[i] = a & b;
    }
  }

  static void or(long[] bits, long[] plane, int start, int stop) {
    for (int i = start; i < stop; i++) {
      bits[i] |= plane[i];
    }
  }

  static void and(long[] bits, long[] plane, int start, int stop) {
    for (int i = start; i < stop; i++) {
      bits[i] &= plane[i];
    }
  }
}
