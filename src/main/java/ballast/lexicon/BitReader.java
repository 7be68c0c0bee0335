package ballast.lexicon;

/**
 * Reads the output of {@link BitWriter}. Reading past the end returns zeros, so that inner loops
 * need no check; call {@link #checkEnd} afterwards.
 */
final class BitReader {

  private final byte[] bytes;
  private final int last;
  private final long end;
  private long at;

  /** Reads {@code bytes} from byte {@code from} to byte {@code to}. */
  BitReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = (long) from << 3;
    this.last = to;
    this.end = (long) to << 3;
  }

  int readBit() {
    return read(1);
  }

  /** Reads a number of {@code count} bits, at most 31. */
  int read(int count) {
    if (count == 0) {
      return 0;
    }
    if (count <= 24) {
      int value = peek(count);
      at += count;
      return value;
    }
    return (read(count - 16) << 16) | read(16);
  }

  /** Returns the next {@code count} bits, at most 24, without consuming them. */
  int peek(int count) {
    int first = (int) (at >>> 3);
    if (first + 3 >= last) {
      return lastBytes(first, count);
    }
    int window =
        (bytes[first] << 24)
            | ((bytes[first + 1] & 0xFF) << 16)
            | ((bytes[first + 2] & 0xFF) << 8)
            | (bytes[first + 3] & 0xFF);
    return (window << (int) (at & 7)) >>> (32 - count);
  }

  void skip(int count) {
    at += count;
  }

  void skipBytes(int count) {
    at += (long) count << 3;
  }

  /** Reads a number written by {@link BitWriter#writeNumber}. */
  long readNumber() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = (at & 7) == 0 ? byteAt((int) (at >>> 3)) : peek(8);
      at += 8;
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new DamagedException("a number is too long");
  }

  /** Reads a number; fails if it is above {@code max}. */
  int readNumber(int max) {
    long value = readNumber();
    if (value < 0 || value > max) {
      throw new DamagedException("a number is too large");
    }
    return (int) value;
  }

  /** Fills an array with whole bytes, from the next byte boundary on; with zeros after the end. */
  void readBytes(byte[] into) {
    align();
    int there = Math.min(into.length, remaining());
    if (there > 0) {
      System.arraycopy(bytes, (int) (at >>> 3), into, 0, there);
    }
    skipBytes(into.length);
  }

  void align() {
    at = (at + 7) & ~7L;
  }

  /** The number of whole bytes left. */
  int remaining() {
    return (int) Math.max(0, (end - at) >> 3);
  }

  /** Fails if more bits were read than there are. */
  void checkEnd() {
    if (at > end) {
      throw new DamagedException("it ends too early");
    }
  }

  private int lastBytes(int first, int count) {
    int window =
        (byteAt(first) << 24)
            | (byteAt(first + 1) << 16)
            | (byteAt(first + 2) << 8)
            | byteAt(first + 3);
    return (window << (int) (at & 7)) >>> (32 - count);
  }

  private int byteAt(int index) {
    return index < last ? bytes[index] & 0xFF : 0;
  }
}
