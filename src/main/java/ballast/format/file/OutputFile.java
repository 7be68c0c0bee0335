package ballast.format.file;

import ballast.bitext.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: it is written under a temporary name in the same folder,
 * forced to disk and then renamed.
 *
 * <pre>{@code
 * try (OutputFile file = OutputFile.create(path, false)) {
 *   file.stream().write(bytes);
 *   file.finish();   // bytes are on disk, still under the temporary name
 *   file.publish();  // now under its own name
 * }                  // without publish(): nothing is left behind
 * }</pre>
 */
public final class OutputFile implements AutoCloseable {

  private final Path path;
  private final Path temporary;
  private final FileChannel channel;
  private final OutputStream stream;

  private OutputFile(Path path, Path temporary, FileChannel channel) {
    this.path = path;
    this.temporary = temporary;
    this.channel = channel;
    this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  /**
   * Checks without writing anything that a file may be written.
   *
   * @param replace whether an existing file may be replaced
   * @throws InputException if it exists and may not be replaced, or is a folder
   */
  public static void check(Path path, boolean replace) {
    if (Files.isDirectory(path)) {
      throw new InputException(
          "cannot write \"" + path + "\": it is a folder", "give the name of a file in it");
    }
    if (!replace && Files.exists(path)) {
      throw new InputException(
          "\"" + path + "\" already exists and was not changed",
          "give another name, or use --force to replace it");
    }
  }

  /**
   * Starts writing a file.
   *
   * @param path where it will be
   * @param replace whether an existing file may be replaced
   * @throws InputException if it exists and may not be replaced, or cannot be written
   */
  public static OutputFile create(Path path, boolean replace) {
    check(path, replace);
    Path absolute = path.toAbsolutePath();
    Path temporary =
        absolute.resolveSibling(
            absolute.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      return new OutputFile(absolute, temporary, channel);
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  public OutputStream stream() {
    return stream;
  }

  /** Forces the bytes to disk. */
  public void finish() {
    try {
      stream.flush();
      channel.force(true);
      channel.close();
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  /** Gives the file its own name. */
  public void publish() {
    try {
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      moveInSteps();
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  /** The error for a file that cannot be written. */
  public static InputException cannotWrite(Path path, IOException cause) {
    return new InputException(
        "cannot write \"" + path + "\": " + reason(cause),
        "check the folder, its permissions and the free space, or give another name",
        cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw cannotWrite(temporary, e);
    }
  }

  private void moveInSteps() {
    try {
      Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "its folder does not exist";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
