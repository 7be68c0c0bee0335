package ballast.memory.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A local copy of blocks of a part that a server keeps. Nothing depends on it: blocks that are
 * damaged or cannot be written count as missing, and the server is asked.
 *
 * <p>A part never changes. The file begins with an entry of 16 bytes for each block, and one for
 * the head after them: offset, length and checksum of its bytes. The bytes follow in the order of
 * their arrival. Several processes may use one file; they add to it one at a time.
 */
final class PartFile implements AutoCloseable {

  private static final int ENTRY = 16;
  private static final int CHECKSUM = 12;

  /** Maximum size in bytes; a larger part is only copied in part. */
  private static final long MAX_BYTES = 512L << 20;

  private final FileChannel file;
  private final ByteBuffer entries;
  private int count;

  private PartFile(FileChannel file, ByteBuffer entries) {
    this.file = file;
    this.entries = entries;
    for (int number = 0; number < entries.capacity() / ENTRY; number++) {
      count += has(number) ? 1 : 0;
    }
  }

  /**
   * Opens a copy, or begins one that only this user can read.
   *
   * @throws IOException if it can be neither opened nor created
   */
  static PartFile open(Path path, int blocks) throws IOException {
    boolean isPosix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    FileChannel file =
        FileChannel.open(
            path,
            EnumSet.of(
                StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
            attributes);
    ByteBuffer entries = ByteBuffer.allocate((blocks + 1) * ENTRY);
    boolean isRead = false;
    try {
      readFully(file, entries, 0);
      // The least recently used copies are deleted first.
      Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
      isRead = true;
      return new PartFile(file, entries);
    } finally {
      if (!isRead) {
        file.close();
      }
    }
  }

  /** Reads up to the end of the file; the rest of the buffer stays unchanged. */
  private static void readFully(FileChannel file, ByteBuffer into, long from) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int read = file.read(into, at);
      if (read < 0) {
        return;
      }
      at += read;
    }
  }

  /**
   * Returns whether there seems to be a copy of the block, or of the head if {@code number} is the
   * number of blocks.
   */
  boolean has(int number) {
    return entries.getLong(number * ENTRY) > 0;
  }

  int count() {
    return count;
  }

  /** Returns a block; null if there is no undamaged copy of it. */
  byte @Nullable [] read(int number) {
    long at = entries.getLong(number * ENTRY);
    int length = entries.getInt(number * ENTRY + Long.BYTES);
    if (at <= 0) {
      return null;
    }
    try {
      if (length >= 0 && at + length <= file.size()) {
        byte[] bytes = new byte[length];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        readFully(file, into, at);
        int sum = entries.getInt(number * ENTRY + CHECKSUM);
        if (!into.hasRemaining() && sum == (int) Checksum.of(bytes)) {
          return bytes;
        }
      }
    } catch (IOException e) {
      // Treat the block as missing.
    }
    entries.putLong(number * ENTRY, 0);
    count--;
    return null;
  }

  /** Adds blocks, unless another process is adding some. */
  void write(Map<Integer, byte[]> blocks) {
    try (FileLock lock = file.tryLock()) {
      long end = Math.max(file.size(), entries.capacity());
      if (lock != null && end < MAX_BYTES) {
        append(blocks, end);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // The server will be asked again.
    }
  }

  private void append(Map<Integer, byte[]> blocks, long end) throws IOException {
    int total = blocks.values().stream().mapToInt(bytes -> bytes.length).sum();
    ByteBuffer data = ByteBuffer.allocate(total);
    blocks.values().forEach(data::put);
    writeFully(data.flip(), end);
    long at = end;
    Set<Integer> numbers = blocks.keySet();
    for (int number : numbers) {
      byte[] bytes = blocks.getOrDefault(number, new byte[0]);
      count += has(number) ? 0 : 1;
      entries.putLong(number * ENTRY, at);
      entries.putInt(number * ENTRY + Long.BYTES, bytes.length);
      entries.putInt(number * ENTRY + CHECKSUM, (int) Checksum.of(bytes));
      writeFully(entry(number), (long) number * ENTRY);
      at += bytes.length;
    }
  }

  private ByteBuffer entry(int number) {
    return entries.duplicate().limit((number + 1) * ENTRY).position(number * ENTRY);
  }

  private void writeFully(ByteBuffer from, long to) throws IOException {
    long at = to;
    while (from.hasRemaining()) {
      at += file.write(from, at);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  static final class Checksum {

    private Checksum() {}

    static long of(byte[] bytes) {
      CRC32C sum = new CRC32C();
      sum.update(bytes);
      return sum.getValue();
    }
  }
}
