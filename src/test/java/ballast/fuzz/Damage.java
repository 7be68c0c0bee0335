package ballast.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Damage to a database file, as bytes say it: five for each wound, of which the first chooses its
 * kind and the others a page, a place in the page and a value.
 */
final class Damage {

  private static final int LENGTH = 5;
  private static final int KINDS = 6;
  private static final int MAX_WOUNDS = 40;

  private final int pageSize;

  /**
   * @param pageSize of the database, in bytes
   */
  Damage(int pageSize) {
    this.pageSize = pageSize;
  }

  byte[] to(byte[] sound, byte[] wounds) {
    byte[] file = sound.clone();
    ByteBuffer in = ByteBuffer.wrap(wounds);
    for (int i = 0; i < MAX_WOUNDS && in.remaining() >= LENGTH && file.length > pageSize; i++) {
      int kind = (in.get() & 0xFF) % KINDS;
      int page = (in.get() & 0xFF) % (file.length / pageSize) * pageSize;
      int place = page + (in.getShort() & 0xFFFF) % pageSize;
      byte value = in.get();
      switch (kind) {
        case 0 -> file[place] = value;
        case 1 -> file[place] ^= (byte) (1 << (value & 7));
        case 2 -> Arrays.fill(file, page, page + pageSize, (byte) 0);
        case 3 -> copy(file, page, (value & 0xFF) % (file.length / pageSize) * pageSize);
        case 4 -> swap(file, page, (value & 0xFF) % (file.length / pageSize) * pageSize);
        default -> file = Arrays.copyOf(file, place);
      }
    }
    return file;
  }

  private void copy(byte[] file, int from, int to) {
    System.arraycopy(file, from, file, to, pageSize);
  }

  private void swap(byte[] file, int one, int other) {
    byte[] page = Arrays.copyOfRange(file, one, one + pageSize);
    copy(file, other, one);
    System.arraycopy(page, 0, file, other, pageSize);
  }
}
