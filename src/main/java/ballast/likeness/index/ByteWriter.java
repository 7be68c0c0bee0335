package ballast.likeness.index;

import java.util.Arrays;

/** A growing array of bytes. Numbers are written seven bits a byte, the lowest first (LEB128). */
final class ByteWriter {

  private byte[] bytes = new byte[256];
  private int size;

  void number(long value) {
    ensure(10);
    long remaining = value;
    while ((remaining & ~0x7FL) != 0) {
      bytes[size++] = (byte) (remaining | 0x80);
      remaining >>>= 7;
    }
    bytes[size++] = (byte) remaining;
  }

  /** Writes the lowest {@code count} bytes of a value, the lowest first. */
  void fixed(long value, int count) {
    ensure(count);
    for (int i = 0; i < count; i++) {
      bytes[size++] = (byte) (value >>> (8 * i));
    }
  }

  void all(ByteWriter other) {
    ensure(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void cut(int newSize) {
    size = newSize;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
