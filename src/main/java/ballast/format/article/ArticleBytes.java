package ballast.format.article;

import ballast.bitext.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The bytes of the file of an article. */
public final class ArticleBytes {

  /**
   * Maximum size in bytes. A larger file is not an article, and would not fit into memory as a
   * page.
   */
  public static final int MAX = 64 << 20;

  private ArticleBytes() {}

  public static InputException missing(String name) {
    return new InputException(
        "cannot read \"" + name + "\": the file does not exist", "check the name and the folder");
  }

  /**
   * Rejects pipes and devices among many files: a pipe may have no writer, and a device may have no
   * end. Accepts missing files and folders.
   */
  public static void requireRegular(Path file, String name) {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw new InputException(
          "cannot read \"" + name + "\": it is not a regular file, but a pipe or a device",
          "save its text as a file; only an article that is given alone may come from a pipe");
    }
  }

  /**
   * @param max maximum size in bytes
   * @throws InputException if it cannot be read, is empty or too large
   */
  public static byte[] of(Path file, String name, int max) {
    if (Files.isDirectory(file)) {
      throw new InputException(
          "cannot read \"" + name + "\": it is a directory", "name a text file in it");
    }
    if (!Files.exists(file)) {
      throw missing(name);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(max + 1);
      check(bytes, name, max);
      return bytes;
    } catch (IOException e) {
      boolean denied = !Files.isReadable(file);
      throw new InputException(
          "cannot read \"" + name + "\": " + (denied ? "permission denied" : e.getMessage()),
          denied ? "check the permissions of the file" : "",
          e);
    }
  }

  /** Rejects an empty file, or one of more than {@code max} bytes. */
  public static void check(byte[] bytes, String name, int max) {
    if (bytes.length > max) {
      throw new InputException(
          String.format(
              Locale.ROOT, "cannot read \"%s\": it is larger than %d MiB", name, max >> 20),
          "split it into articles, each in its own file");
    }
    if (bytes.length == 0) {
      throw empty(name, "it is empty");
    }
  }

  public static InputException empty(String name, String what) {
    return new InputException(
        "cannot read \"" + name + "\": " + what, "check that it is the file you mean");
  }
}
