package ballast.spark.corpus;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Locks the folder of a corpus on a disk for one job at a time. The lock is released when its
 * process ends, for whatever reason.
 */
final class FolderLock implements AutoCloseable {

  /** Attempts to wait for a job that has yet to notice the end of its starting process. */
  private static final int ATTEMPTS = 40;

  private static final int PAUSE_MILLIS = 500;

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param file an empty file to create
   * @param folder the folder's name for messages
   * @throws InputException if another job has the lock
   */
  static FolderLock of(Path file, String folder) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<FolderLock> lock = attempt(file);
      if (lock.isPresent()) {
        return lock.get();
      }
      pause();
    }
    throw new InputException(
        "another command is writing to \"" + folder + "\"",
        "wait until it has ended, then run the command again");
  }

  private static Optional<FolderLock> attempt(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = channel.tryLock();
      // Otherwise the previous job has removed the file in the meantime, and the next creates
      // another.
      taken = lock != null && Files.exists(file);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken ? Optional.of(new FolderLock(file, channel)) : Optional.empty();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for another job", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
