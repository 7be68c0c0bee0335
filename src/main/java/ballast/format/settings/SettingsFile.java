package ballast.format.settings;

import ballast.bitext.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** Reads a file of settings, TOML 1.0 in UTF-8. */
public final class SettingsFile {

  /** A larger file is not a settings file. */
  private static final int MAX_BYTES = 64 << 10;

  private SettingsFile() {}

  /**
   * Reads a file.
   *
   * @param name what the user calls it, for messages
   * @return the file as one table
   * @throws InputException if it cannot be read or is not TOML, with line and column
   */
  public static Setting read(Path file, String name) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      String why = Files.isRegularFile(file) ? "it cannot be read" : "the file does not exist";
      throw new InputException("cannot read \"" + name + "\": " + why, "check the name", e);
    }
    if (bytes.length > MAX_BYTES) {
      throw new InputException(
          "cannot read \"" + name + "\": it is larger than " + (MAX_BYTES >> 10) + " KiB",
          "check that it is the file you mean");
    }
    return parse(decode(bytes, name), name);
  }

  private static String decode(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InputException(
          "cannot read \"" + name + "\": it is not UTF-8", "save it as UTF-8", e);
    }
  }

  static Setting parse(String text, String name) {
    refuseControlCharacters(text, name);
    TomlParseResult result = read(text, name);
    if (result.hasErrors()) {
      TomlParseError error = result.errors().get(0);
      throw notToml(name, error.position(), Setting.plain(String.valueOf(error.getMessage())));
    }
    return Setting.root(result, name);
  }

  private static TomlParseResult read(String text, String name) {
    try {
      return Toml.parse(text);
    } catch (RuntimeException e) {
      // A fault of the parser: on some inline tables over several lines, which are no TOML, it
      // fails.
      throw new InputException(
          name + ": not TOML: it cannot be read, and the parser does not say where",
          "look for brackets and braces that are not closed on their line",
          e);
    }
  }

  /** TOML has none but tabs and line ends; in some comments the parser fails on one, CR too. */
  private static void refuseControlCharacters(String text, String name) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        start = i + 1;
      } else if (Character.isISOControl(c)
          && c < 0x80
          && c != '\t'
          && !text.startsWith("\r\n", i)) {
        TomlPosition at = TomlPosition.positionAt(line, i - start + 1);
        throw notToml(name, at, String.format("it has the control character U+%04X", (int) c));
      }
    }
  }

  private static InputException notToml(String name, TomlPosition at, String why) {
    return new InputException(
        name + ":" + at.line() + ":" + at.column() + ": not TOML: " + why,
        "write one key = \"value\" per line, and [table] above the keys of a table");
  }
}
