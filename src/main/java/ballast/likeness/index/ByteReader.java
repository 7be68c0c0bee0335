package ballast.likeness.index;

/** Reads the output of {@link ByteWriter}. */
final class ByteReader {

  private final byte[] bytes;
  private final int end;
  private int at;

  ByteReader(byte[] bytes, int at) {
    this(bytes, at, bytes.length);
  }

  ByteReader(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte b;
    do {
      b = bytes[at++];
      value |= (long) (b & 0x7F) << shift;
      shift += 7;
    } while (b < 0);
    return value;
  }

  /**
   * @throws IllegalArgumentException if it is negative or too large for an int
   */
  int count() {
    long value = number();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("the index is damaged: " + value + " is not a count");
    }
    return (int) value;
  }

  int at() {
    return at;
  }

  void skip(int count) {
    at += count;
  }

  boolean isAtEnd() {
    return at >= end;
  }

  /** Returns the value of {@code count} bytes, the lowest first. */
  static int fixed(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= (bytes[at + i] & 0xFF) << (8 * i);
    }
    return value;
  }
}
