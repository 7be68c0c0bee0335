package ballast.format.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ballast.bitext.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears whole or not at all: it is written under a temporary name in the same folder,
 * forced to disk and then renamed. It keeps the owner, group and permissions of the version that it
 * replaces, and all links still lead to it. A device or named pipe is written to directly.
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

  /** Extensions of files that a browser opens, so that a script in them would run. */
  private static final Pattern PAGE =
      Pattern.compile("\\.(?:[sx]?html?|xht|svgz?|mht(?:ml)?|hta)[. ]*$", Pattern.CASE_INSENSITIVE);

  private static final byte[] DATABASE = "SQLite format 3\0".getBytes(US_ASCII);

  /** The files that SQLite keeps next to a database; some changes may be only in them. */
  private static final List<String> BESIDE_DATABASE = List.of("-wal", "-shm", "-journal");

  private static final int MAX_LINKS = 40;

  private final Path path;

  /** Null for a device or named pipe: bytes are written to it directly, and it is not replaced. */
  private final @Nullable TemporaryFile temporary;

  private final OutputStream target;
  private final OutputStream stream;

  private OutputFile(Path path, @Nullable TemporaryFile temporary) throws IOException {
    this.path = path;
    this.temporary = temporary;
    this.target =
        temporary == null
            ? Files.newOutputStream(path, StandardOpenOption.APPEND)
            : Channels.newOutputStream(temporary.channel);
    this.stream = new BufferedOutputStream(target, 1 << 16);
  }

  /**
   * Checks whether a file of data may be written, without writing anything. Ballast's own output
   * ({@link OwnMark}) may always be replaced, a memory never.
   *
   * @param replace whether an existing file may be replaced
   * @throws InputException if it exists and may not be replaced, is a folder, or has a name that a
   *     browser opens as a page, because data may contain scripts
   */
  public static void check(Path path, boolean replace) {
    refusePage(path);
    checkPage(path, replace);
  }

  private static void refusePage(Path path) {
    Matcher name = PAGE.matcher(String.valueOf(path.getFileName()));
    if (name.find() && !isDevice(path)) {
      throw new InputException(
          "cannot write \"" + path + "\": the data are not a page, and a browser would open it",
          "end the name in something other than \"" + name.group() + "\"");
    }
  }

  /** Same as {@link #check}, for a page or a document that is one like its original. */
  public static void checkPage(Path path, boolean replace) {
    if (Files.isDirectory(path)) {
      throw new InputException(
          "cannot write \"" + path + "\": it is a folder", "give the name of a file in it");
    }
    if (isDevice(path)) {
      return;
    }
    refuseMemory(path);
    if (!replace && !OwnMark.isIn(path)) {
      refuseExisting(path);
    }
  }

  /**
   * Rejects an existing file before people's work is written there, even if it has Ballast's mark.
   *
   * @throws InputException if there is a file; not if it is a device
   */
  public static void refuseExisting(Path path) {
    if (Files.exists(path) && !isDevice(path)) {
      throw new InputException(
          "\"" + path + "\" already exists and was not changed",
          "give another name, or use --force to replace it");
    }
  }

  /**
   * Starts writing a file of data.
   *
   * @param replace whether an existing file may be replaced
   * @throws InputException if {@link #check} rejects it, or it cannot be written
   */
  public static OutputFile create(Path path, boolean replace) {
    refusePage(path);
    return createPage(path, replace);
  }

  /** Same as {@link #create}, for a page or a document that is one like its original. */
  public static OutputFile createPage(Path path, boolean replace) {
    checkPage(path, replace);
    try {
      return new OutputFile(path, isDevice(path) ? null : TemporaryFile.beside(behindLinks(path)));
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  public OutputStream stream() {
    return stream;
  }

  public void finish() {
    try {
      stream.flush();
      if (temporary == null) {
        target.close();
      } else {
        temporary.finish();
      }
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  public void publish() {
    refuseMemory(path); // one may have appeared since
    try {
      if (temporary != null) {
        temporary.publish();
      }
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  public static InputException cannotWrite(Path path, IOException cause) {
    return new InputException(
        "cannot write \"" + path + "\": " + reason(cause),
        "check the folder, its permissions and the free space, or give another name",
        cause);
  }

  @Override
  public void close() {
    try {
      target.close();
      if (temporary != null) {
        Files.deleteIfExists(temporary.temporary);
      }
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
    if (InputException.isOfFullDisk(e)) {
      return "the disk is full";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static void refuseMemory(Path path) {
    String name = path.toString();
    boolean beside =
        BESIDE_DATABASE.stream()
            .filter(name::endsWith)
            .map(ending -> Path.of(name.substring(0, name.length() - ending.length())))
            .anyMatch(OutputFile::isDatabase);
    if (beside || isDatabase(path)) {
      throw new InputException(
          "\"" + path + "\" " + (beside ? "belongs to" : "is") + " a memory and is never replaced",
          "give another name");
    }
  }

  private static boolean isDatabase(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(DATABASE.length), DATABASE);
    } catch (IOException unreadable) {
      return false; // not writable either, or reported on writing
    }
  }

  /** Follows symbolic links; the file there need not exist. */
  private static Path behindLinks(Path path) throws IOException {
    Path file = path.toAbsolutePath();
    for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(file); i++) {
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  /**
   * Whether two names lead to one file: by another spelling, through a symbolic or a hard link. For
   * files that do not exist yet, whether they would be one.
   */
  public static boolean isSame(Path one, Path other) {
    try {
      if (Files.exists(one) && Files.exists(other)) {
        return Files.isSameFile(one, other);
      }
      return place(one).equals(place(other));
    } catch (IOException unreadable) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }

  private static Path place(Path file) throws IOException {
    Path real = behindLinks(file).normalize();
    Path folder = real.getParent();
    return folder == null || !Files.isDirectory(folder)
        ? real
        : folder.toRealPath().resolve(real.getFileName());
  }

  /**
   * Whether a path names a device or pipe: anything that is not a file on a disk, and anything
   * below {@code /dev} and {@code /proc}, where a name may be an open file.
   */
  private static boolean isDevice(Path path) {
    String absolute = path.toAbsolutePath().normalize().toString();
    return Files.exists(path)
        && !Files.isDirectory(path)
        && (!Files.isRegularFile(path)
            || absolute.startsWith("/dev/fd")
            || absolute.startsWith("/dev/std")
            || absolute.startsWith("/proc"));
  }

  /**
   * A file next to its final name: {@code NAME.ballast-PID.part}. It is deleted when the program
   * ends, however it ends. The next writer of the same name deletes the files of killed programs.
   */
  private static final class TemporaryFile {

    /** Only Ballast uses such names, so files with them may be deleted. */
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

    /** Whether the process that wrote it has ended; its number may have been reused. */
    private static boolean isOver(String process, Path file) throws IOException {
      var handle = ProcessHandle.of(Long.parseLong(process));
      if (handle.isEmpty()) {
        return true;
      }
      var written = Files.getLastModifiedTime(file).toInstant();
      return handle.get().info().startInstant().map(written::isBefore).orElse(false);
    }

    /** Stores all bytes safely, after they have been written. */
    void finish() throws IOException {
      channel.force(true);
      channel.close();
      kept.giveTo(temporary);
    }

    /** Gives the bytes their name. */
    void publish() throws IOException {
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

    /**
     * Replaces only the contents; otherwise the other names (hard links) would keep the old ones.
     */
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
  }

  /**
   * The attributes that a new version of a file keeps from the old one.
   *
   * @param posix owner, group and permissions; null if there is no old one, and on Windows
   * @param hasOtherNames whether other names (hard links) lead to the same file
   */
  private record KeptAttributes(@Nullable PosixFileAttributes posix, boolean hasOtherNames) {

    /** The file need not exist. */
    static KeptAttributes of(Path file) throws IOException {
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      if (view == null || !Files.exists(file)) {
        return new KeptAttributes(null, false);
      }
      Object names = Files.getAttribute(file, "unix:nlink");
      return new KeptAttributes(view.readAttributes(), names instanceof Integer count && count > 1);
    }

    /** The attributes for creation, so that no other user can read it even for a moment. */
    FileAttribute<?>[] atCreation() {
      return posix == null
          ? new FileAttribute<?>[0]
          : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(posix.permissions())};
    }

    /** Sets them on the new version, as far as the user may. */
    void giveTo(Path file) throws IOException {
      if (posix == null) {
        return;
      }
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      PosixFileAttributes now = view.readAttributes();
      try {
        if (!now.owner().equals(posix.owner())) {
          view.setOwner(posix.owner());
        }
        if (!now.group().equals(posix.group())) {
          view.setGroup(posix.group());
        }
      } catch (IOException notAllowed) {
        // Only an administrator may give files away.
      }
      view.setPermissions(posix.permissions());
    }
  }
}
