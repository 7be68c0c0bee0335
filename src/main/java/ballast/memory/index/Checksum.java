package ballast.memory.index;

import java.util.zip.CRC32C;

/** The checksum of a block or head, by which flipped bits are noticed. */
final class Checksum {

  private Checksum() {}

  static long of(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }
}
