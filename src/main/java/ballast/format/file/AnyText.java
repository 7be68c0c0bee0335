package ballast.format.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file of which nothing is known, for showing it to somebody.
 *
 * @param text bytes that do not belong to its encoding are U+FFFD; empty if it is not text
 * @param isText whether it is text, as far as one can see
 * @param bytes how many there are, unpacked
 */
public record AnyText(String text, boolean isText, long bytes) {

  /**
   * Reads a file, unpacking it.
   *
   * @throws IOException if it cannot be read or unpacked
   */
  public static AnyText of(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = FileInput.unpacked(Files.newInputStream(file))) {
      bytes = in.readAllBytes();
    }
    String text = new String(bytes, FileStart.charset(bytes));
    boolean isText = text.indexOf('\0') < 0;
    return new AnyText(isText ? text : "", isText, bytes.length);
  }
}
