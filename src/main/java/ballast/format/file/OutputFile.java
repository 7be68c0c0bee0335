package ballast.format.file;

import ballast.bitext.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that appears whole or not at all: it is written under a temporary name in the same folder,
 * forced to disk and then renamed. The version that it replaces leaves it its owner, group and
 * permissions, and all links to it still lead to it. A device or named pipe is written into
 * instead.
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

  private final Path path;
  private final OutputPlace place;
  private final OutputStream stream;

  private OutputFile(Path path, OutputPlace place) {
    this.path = path;
    this.place = place;
    this.stream = new BufferedOutputStream(place.stream(), 1 << 16);
  }

  /**
   * Checks without writing anything that a file of data may be written. What Ballast itself wrote
   * there before ({@link OwnMark}) may always be replaced, a memory never.
   *
   * @param replace whether an existing file may be replaced
   * @throws InputException if it exists and may not be replaced, is a folder, or has a name that a
   *     browser opens as a page: data may contain scripts
   */
  public static void check(Path path, boolean replace) {
    refusePage(path);
    checkPage(path, replace);
  }

  private static void refusePage(Path path) {
    Matcher name = PAGE.matcher(String.valueOf(path.getFileName()));
    if (name.find() && !DevicePlace.is(path)) {
      throw new InputException(
          "cannot write \"" + path + "\": the data are not a page, and a browser would open it",
          "end the name in something other than \"" + name.group() + "\"");
    }
  }

  /** As {@link #check} for a page, or for a document that is one as its original is. */
  public static void checkPage(Path path, boolean replace) {
    if (Files.isDirectory(path)) {
      throw new InputException(
          "cannot write \"" + path + "\": it is a folder", "give the name of a file in it");
    }
    if (DevicePlace.is(path)) {
      return;
    }
    new ExistingFile(path).refuseMemory();
    if (!replace && !OwnMark.isIn(path)) {
      refuseExisting(path);
    }
  }

  /**
   * Checks that nothing is lost when a file is written that people will work in, though it has the
   * mark of Ballast.
   *
   * @throws InputException if there is one, be it of Ballast; not if it is a device
   */
  public static void refuseExisting(Path path) {
    if (Files.exists(path) && !DevicePlace.is(path)) {
      throw new InputException(
          "\"" + path + "\" already exists and was not changed",
          "give another name, or use --force to replace it");
    }
  }

  /**
   * Starts writing a file of data.
   *
   * @param path where it will be
   * @param replace whether an existing file may be replaced
   * @throws InputException if {@link #check} refuses it, or it cannot be written
   */
  public static OutputFile create(Path path, boolean replace) {
    refusePage(path);
    return createPage(path, replace);
  }

  /** As {@link #create} for a page, or for a document that is one as its original is. */
  public static OutputFile createPage(Path path, boolean replace) {
    checkPage(path, replace);
    try {
      return new OutputFile(
          path,
          DevicePlace.is(path)
              ? new DevicePlace(path)
              : TemporaryFile.beside(new ExistingFile(path).behindLinks()));
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
      place.finish();
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  /** Gives the file its own name. */
  public void publish() {
    new ExistingFile(path).refuseMemory(); // one may have come since
    try {
      place.publish();
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
      place.close();
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
}
