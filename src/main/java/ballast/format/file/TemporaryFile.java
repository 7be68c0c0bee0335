package ballast.format.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file beside the one that it will become: {@code NAME.ballast-PID.part}. It goes when the
 * program ends, however it ends; what one leaves that is killed, the next removes that writes to
 * the same name.
 */
final class TemporaryFile implements OutputPlace {

  /** Nobody else calls a file so, and what is called so may be removed. */
  private static final String MARK = ".ballast-";

  private static final String ENDING = ".part";
  private static final int ATTEMPTS = 100;

  private final Path path;
  private final Path temporary;
  private final KeptAttributes kept;
  private final FileChannel channel;

  private TemporaryFile(Path path, Path temporary, KeptAttributes kept) throws IOException {
    this.path = path;
    this.temporary = temporary;
    this.kept = kept;
    this.channel =
        FileChannel.open(
            temporary,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            kept.atCreation());
    temporary.toFile().deleteOnExit();
  }

  /**
   * Creates one.
   *
   * @param path absolute; not a symbolic link
   */
  static TemporaryFile beside(Path path) throws IOException {
    removeStale(path);
    KeptAttributes kept = KeptAttributes.of(path);
    String name = path.getFileName() + MARK + ProcessHandle.current().pid();
    for (int i = 1; i < ATTEMPTS; i++) {
      try {
        Path temporary = path.resolveSibling(name + (i == 1 ? "" : "-" + i) + ENDING);
        return new TemporaryFile(path, temporary, kept);
      } catch (FileAlreadyExistsException e) {
        // Another part of this program writes to the same name.
      }
    }
    throw new FileAlreadyExistsException(path.resolveSibling(name + ENDING).toString());
  }

  private static void removeStale(Path path) throws IOException {
    Path folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    Pattern ours =
        Pattern.compile(
            Pattern.quote(path.getFileName() + MARK)
                + "([0-9]{1,18})(?:-[0-9]+)?"
                + Pattern.quote(ENDING));
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = ours.matcher(String.valueOf(file.getFileName()));
        if (name.matches() && isOver(name.group(1), file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Whether the process that wrote it runs no longer; its number may have been given again. */
  private static boolean isOver(String process, Path file) throws IOException {
    var handle = ProcessHandle.of(Long.parseLong(process));
    if (handle.isEmpty()) {
      return true;
    }
    var written = Files.getLastModifiedTime(file).toInstant();
    return handle.get().info().startInstant().map(written::isBefore).orElse(false);
  }

  @Override
  public OutputStream stream() {
    return Channels.newOutputStream(channel);
  }

  @Override
  public void finish() throws IOException {
    channel.force(true);
    channel.close();
    kept.giveTo(temporary);
  }

  @Override
  public void publish() throws IOException {
    if (kept.hasOtherNames()) {
      copyInto();
      return;
    }
    try {
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Replaces the contents only, or the other names (hard links) would keep the old ones. */
  private void copyInto() throws IOException {
    try (FileChannel from = FileChannel.open(temporary);
        FileChannel to =
            FileChannel.open(
                path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      long at = 0;
      while (at < from.size()) {
        at += from.transferTo(at, from.size() - at, to);
      }
      to.force(true);
    }
    Files.delete(temporary);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(temporary);
  }
}
