package ballast.likeness;

/**
 * The symbols of a text as 128 bits, for a quick test whether two texts can be similar. Every edit
 * removes at most one symbol of a text, so texts at a distance of {@code k} lack at most {@code k}
 * of each other's bits.
 *
 * @param low one half of the bits
 * @param high the other
 */
public record Signature(long low, long high) {

  /** The bits of a text's symbols. */
  public static Signature of(Symbols symbols) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < symbols.size(); i++) {
      int hash = symbols.hash(i) * 0x9E3779B1;
      if (hash < 0) {
        high |= 1L << (hash >>> 25);
      } else {
        low |= 1L << (hash >>> 25);
      }
    }
    return new Signature(low, high);
  }

  /** Whether texts with these bits and lengths can score {@code threshold}. */
  public boolean mayScore(Signature other, int length, int otherLength, int threshold) {
    int maxEdits = Score.mostEdits(threshold, length, otherLength);
    return Math.abs(length - otherLength) <= maxEdits
        && Long.bitCount(low & ~other.low) + Long.bitCount(high & ~other.high) <= maxEdits
        && Long.bitCount(other.low & ~low) + Long.bitCount(other.high & ~high) <= maxEdits;
  }
}
