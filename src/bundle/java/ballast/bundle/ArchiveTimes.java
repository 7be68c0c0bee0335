package ballast.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Removes the time of creation from archives of classes. Soft references contain the time of their
 * last use in milliseconds since the machine was started; Java uses it only to clear them when
 * memory is short. It is set to 0, as if they had never been used. The checksums in the header are
 * also set to 0; Java compares them only with -XX:+VerifySharedSpaces.
 */
final class ArchiveTimes {

  private static final int SIZE_OF_HEADER = 12;
  private static final long LONG_AGO = TimeUnit.MINUTES.toMillis(10);

  private ArchiveTimes() {}

  /**
   * Clears the differences between two archives of the same classes.
   *
   * @param archive is changed, unless anything other than times and checksums differs
   * @return whether nothing else differs
   */
  static boolean remove(Path archive, Path second) throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    ByteBuffer ours = words(bytes);
    ByteBuffer other = words(Files.readAllBytes(second));
    if (ours.capacity() != other.capacity()) {
      return false;
    }
    int header = ours.getInt(SIZE_OF_HEADER);
    for (int at = 0; at + Long.BYTES <= ours.capacity(); at += Long.BYTES) {
      if (ours.getLong(at) == other.getLong(at)) {
        continue;
      }
      if (at < header) {
        clearChecksum(ours, other, at);
      } else if (isRecent(ours.getLong(at)) && isRecent(other.getLong(at))) {
        ours.putLong(at, 0);
      } else {
        return false;
      }
    }
    Files.write(archive, bytes);
    return true;
  }

  private static void clearChecksum(ByteBuffer ours, ByteBuffer other, int at) {
    for (int half = at; half < at + Long.BYTES; half += Integer.BYTES) {
      if (ours.getInt(half) != other.getInt(half)) {
        ours.putInt(half, 0);
      }
    }
  }

  private static boolean isRecent(long milliseconds) {
    long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    return milliseconds > now - LONG_AGO && milliseconds <= now;
  }

  private static ByteBuffer words(byte[] archive) {
    return ByteBuffer.wrap(archive).order(ByteOrder.nativeOrder());
  }
}
