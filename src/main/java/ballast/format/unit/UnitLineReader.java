package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.format.file.FileInput;
import ballast.format.file.XmlText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

/**
 * Reads the lines of a file of units one at a time and in bounded memory. The file is in UTF-8, or
 * in UTF-16 with a byte order mark; lines end with line feed, carriage return or both.
 */
final class UnitLineReader {

  @FunctionalInterface
  interface Lines {
    /** Receives a line, cut to one UTF-16 unit more than {@link InlineText#MAX_LENGTH}. */
    void accept(int number, String text);
  }

  private UnitLineReader() {}

  static void read(InputStream in, String name, Lines lines) {
    int number = 1;
    try (BufferedReader characters = new BufferedReader(FileInput.text(in))) {
      StringBuilder text = new StringBuilder();
      for (int c = characters.read(); c >= 0 || !text.isEmpty(); c = characters.read()) {
        if (c < 0 || c == '\n' || c == '\r') {
          lines.accept(number, text.toString());
          number++;
          text.setLength(0);
          if (c == '\r') {
            skipLineFeed(characters);
          }
        } else if (text.length() <= InlineText.MAX_LENGTH) {
          text.append((char) c);
        }
      }
    } catch (CharacterCodingException e) {
      throw new InputException(
          "cannot read \"" + name + "\": line " + number + ": a byte that is not UTF-8",
          "save it as UTF-8",
          e);
    } catch (IOException e) {
      throw FileInput.unreadable(name, e);
    }
  }

  /** Replaces the characters that XML forbids, and reports that. */
  static String fit(String text, int line, UnitEvents events) {
    String fit = XmlText.fit(text);
    if (!fit.equals(text)) {
      events.corrected(line, "control characters were replaced by spaces or left out");
    }
    return fit;
  }

  private static void skipLineFeed(BufferedReader lines) throws IOException {
    lines.mark(1);
    if (lines.read() != '\n') {
      lines.reset();
    }
  }
}
