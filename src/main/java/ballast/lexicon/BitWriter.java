package ballast.lexicon;

import java.util.Arrays;

/** Writes numbers of few bits into bytes, the highest bit first. */
final class BitWriter {

  private byte[] bytes = new byte[1 << 12];
  private long bits;

  /** The lowest {@code count} bits of a value; at most 32. */
  void write(int value, int count) {
    ensure(count);
    for (int i = count - 1; i >= 0; i--) {
      if (((value >>> i) & 1) != 0) {
        bytes[(int) (bits >>> 3)] |= (byte) (0x80 >>> (bits & 7));
      }
      bits++;
    }
  }

  /** A number of unknown size, not negative: seven bits at a time, the lowest first. */
  void writeNumber(long value) {
    long rest = value;
    while (rest > 0x7F) {
      write((int) (rest & 0x7F) | 0x80, 8);
      rest >>>= 7;
    }
    write((int) rest, 8);
  }

  /** Whole bytes, from the next whole byte on. */
  void writeBytes(byte[] values) {
    align();
    int from = length();
    ensure(8L * values.length);
    System.arraycopy(values, 0, bytes, from, values.length);
    bits += 8L * values.length;
  }

  /** Fills the last byte up with zeros. */
  void align() {
    bits = (bits + 7) & ~7L;
  }

  /** Bytes so far, a begun one included. */
  int length() {
    return (int) ((bits + 7) >>> 3);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length());
  }

  private void ensure(long count) {
    int needed = (int) ((bits + count + 7) >>> 3);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }
}
