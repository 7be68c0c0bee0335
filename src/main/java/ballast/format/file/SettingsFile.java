package ballast.format.file;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a file of settings, TOML 1.0 in UTF-8. */
public final class SettingsFile {

  /** Maximum size of a settings file, in bytes. */
  private static final int MAX_BYTES = 64 << 10;

  private SettingsFile() {}

  /**
   * @return the file as one table
   * @throws InputException if it cannot be read or is not TOML, with line and column
   */
  public static Setting read(Path file, String name) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      String why =
          Files.isDirectory(file)
              ? "it is a folder"
              : Files.exists(file) ? "it cannot be read" : "the file does not exist";
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
    return new Setting("", new Location(name, 1, 1), result);
  }

  private static TomlParseResult read(String text, String name) {
    try {
      return Toml.parse(text);
    } catch (RuntimeException e) {
      // A bug in the parser: it fails on some inline tables over several lines, which are invalid
      // TOML.
      throw new InputException(
          name + ": not TOML: it cannot be read, and the parser does not say where",
          "look for brackets and braces that are not closed on their line",
          e);
    }
  }

  /** TOML allows only tabs and line ends; in some comments the parser fails on others, even CR. */
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

  /**
   * A value of a settings file (TOML 1.0), with its key and place. A request for a value of the
   * wrong kind throws an {@link InputException} with file, line, column and key. Immutable.
   *
   * @param path its full key, for example {@code rules.omitted}; empty for the whole file
   * @param value as the parser gives it
   */
  public record Setting(String path, Location where, @Nullable Object value) {

    /** Maximum length of an excerpt in a message, in UTF-16 units. */
    private static final int MAX_EXCERPT_LENGTH = 300;

    private static final int MAX_DECIMALS = 6;

    public boolean isTable() {
      return value instanceof TomlTable;
    }

    /** Returns the settings of a table by key, in the order of the file. */
    public Map<String, Setting> table() {
      TomlTable table = as(TomlTable.class, "a table");
      Map<String, Setting> children = new LinkedHashMap<>();
      for (String key : table.keySet()) {
        String full = path.isEmpty() ? key : path + "." + key;
        List<String> one = List.of(key);
        children.put(key, new Setting(full, location(table.inputPositionOf(one)), table.get(one)));
      }
      return children;
    }

    public String text() {
      return as(String.class, "a text in quotation marks");
    }

    /** Returns the texts; a single text is a list of one. */
    public List<Setting> texts() {
      if (value instanceof String) {
        return List.of(this);
      }
      TomlArray array = as(TomlArray.class, "a text or a list of texts");
      List<Setting> texts = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        Setting item = new Setting(path, location(array.inputPositionOf(i)), array.get(i));
        item.text();
        texts.add(item);
      }
      return texts;
    }

    /** Returns the whole number, from 0 to {@code max}. */
    public int number(int max) {
      String wanted = "a whole number from 0 to " + max;
      long number = as(Long.class, wanted);
      if (number < 0 || number > max) {
        throw notThat(wanted);
      }
      return (int) number;
    }

    /**
     * Returns the number, from 0 to {@code max}, exactly as it is written. The parser gives only a
     * double, from which at most 15 digits can be restored; so the decimals are limited.
     *
     * @param max less than a billion
     * @param hint what to write instead of another value
     */
    public BigDecimal decimal(int max, String hint) {
      double read = value instanceof Number number ? number.doubleValue() : Double.NaN;
      if (read >= 0 && read <= max) {
        BigDecimal written = new BigDecimal(read).setScale(MAX_DECIMALS, RoundingMode.HALF_UP);
        if (written.doubleValue() == read) {
          return written.stripTrailingZeros();
        }
      }
      throw wrong(
          "must be a number from 0 to " + max + " with at most " + MAX_DECIMALS + " decimals",
          hint);
    }

    /**
     * @param what the problem, after "file:line:column: key"
     */
    public InputException wrong(String what, String hint) {
      return new InputException(where + ": " + plain(path + " " + what), hint);
    }

    static String plain(String text) {
      return Excerpt.of(text, MAX_EXCERPT_LENGTH);
    }

    private <T> T as(Class<T> type, String wanted) {
      if (!type.isInstance(value)) {
        throw notThat(wanted);
      }
      return type.cast(value);
    }

    private InputException notThat(String wanted) {
      return wrong(
          "must be " + wanted, "the manual's page on checking lists the values of each key");
    }

    /** A table that is only implied by its subtables has no place in the file. */
    private Location location(@Nullable TomlPosition position) {
      return position == null
          ? where
          : new Location(where.file(), position.line(), position.column());
    }
  }
}
