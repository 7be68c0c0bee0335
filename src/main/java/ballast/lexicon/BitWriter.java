package ballast.lexicon;

import java.util.Arrays;

/** Packs numbers of a few bits into bytes, the highest bit first. */
final class BitWriter {

  private byte[] bytes = new byte[1 << 12];
  private long bits;

  /** Writes the lowest {@code count} bits of a value, at most 32. */
  void write(int value, int count) {
    ensure(count);
    for (int i = count - 1; i >= 0; i--) {
      if (((value >>> i) & 1) != 0) {
        bytes[(int) (bits >>> 3)] |= (byte) (0x80 >>> (bits & 7));
      }
      bits++;
    }
  }

  /** Writes a non-negative number of any size, seven bits at a time, the lowest first. */
  void writeNumber(long value) {
    long remaining = value;
    while (remaining > 0x7F) {
      write((int) (remaining & 0x7F) | 0x80, 8);
      remaining >>>= 7;
    }
    write((int) remaining, 8);
  }

  /** Writes whole bytes, from the next byte boundary on. */
  void writeBytes(byte[] values) {
    align();
    int from = length();
    ensure(8L * values.length);
    System.arraycopy(values, 0, bytes, from, values.length);
    bits += 8L * values.length;
  }

  /** Fills the last byte with zero bits. */
  void align() {
    bits = (bits + 7) & ~7L;
  }

  /** The number of bytes so far, including an unfinished one. */
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
