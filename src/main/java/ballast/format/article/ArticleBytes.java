package ballast.format.article;

import ballast.bitext.InputException;
import ballast.format.file.BinaryFiles;
import ballast.format.file.Characters;
import ballast.format.file.Decoding;
import ballast.format.file.Decoding.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class ArticleBytes {

  /**
   * Maximum size in bytes. A larger file is not an article, and would not fit into memory as a
   * page.
   */
  private static final int MAX = 64 << 20;

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
   * @throws InputException if it cannot be read, is empty or too large
   */
  public static byte[] of(Path file, String name) {
    if (Files.isDirectory(file)) {
      throw new InputException(
          "cannot read \"" + name + "\": it is a directory", "name a text file in it");
    }
    if (!Files.exists(file)) {
      throw missing(name);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX + 1);
      check(bytes, name);
      return bytes;
    } catch (IOException e) {
      boolean denied = !Files.isReadable(file);
      throw new InputException(
          "cannot read \"" + name + "\": " + (denied ? "permission denied" : e.getMessage()),
          denied ? "check the permissions of the file" : "",
          e);
    }
  }

  /** Rejects an empty file, or one of more than {@link #MAX} bytes. */
  public static void check(byte[] bytes, String name) {
    if (bytes.length > MAX) {
      throw new InputException(
          "cannot read \"%s\": it is larger than %d MiB".formatted(name, MAX >> 20),
          "split it into articles, each in its own file");
    }
    if (bytes.length == 0) {
      throw empty(name, "it is empty");
    }
  }

  /**
   * Decodes an article, and rejects one that is no text or has no visible character.
   *
   * @param wanted encoding requested by the user; null to detect it
   * @param page whether a declaration inside an HTML page counts
   * @param notes receives how the encoding was chosen
   */
  public static Decoded decoded(
      Decoding decoding,
      byte[] bytes,
      String name,
      @Nullable Charset wanted,
      boolean page,
      List<String> notes) {
    BinaryFiles.refuseKnown(bytes, name);
    Decoded decoded = decoding.decode(bytes, name, wanted, page);
    if (Characters.isBlank(decoded.text())) {
      throw empty(name, decoded.text().isEmpty() ? "it is empty" : "it contains only white space");
    }
    BinaryFiles.refuseControls(decoded.text(), name);
    notes.add("encoding " + decoded.encoding());
    notes.addAll(decoded.notes());
    return decoded;
  }

  public static InputException empty(String name, String what) {
    return new InputException(
        "cannot read \"" + name + "\": " + what, "check that it is the file you mean");
  }
}
