package ballast.format.settings;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A value of a settings file (TOML 1.0), its key and where it stands. Asking for a value of the
 * wrong kind throws an {@link InputException} that names file, line, column and key. Immutable.
 */
public final class Setting {

  /** The maximum length of an excerpt in a message, in UTF-16 units. */
  private static final int MAX_EXCERPT_LENGTH = 300;

  private final String path;
  private final Location where;
  private final @Nullable Object value;

  private Setting(String path, Location where, @Nullable Object value) {
    this.path = path;
    this.where = where;
    this.value = value;
  }

  static Setting root(TomlTable table, String file) {
    return new Setting("", new Location(file, 1, 1), table);
  }

  /** Its full key, for example {@code rules.omitted}; empty for the whole file. */
  public String path() {
    return path;
  }

  public Location where() {
    return where;
  }

  /** Whether it is a table rather than a single value. */
  public boolean isTable() {
    return value instanceof TomlTable;
  }

  /** The settings of a table by key, in the order of the file. */
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

  /** The text. */
  public String text() {
    return as(String.class, "a text in quotation marks");
  }

  /** The texts; a single text is a list of one. */
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

  /** The whole number, from 0 to {@code max}. */
  public int number(int max) {
    String wanted = "a whole number from 0 to " + max;
    long number = as(Long.class, wanted);
    if (number < 0 || number > max) {
      throw notThat(wanted);
    }
    return (int) number;
  }

  /**
   * An error about this setting.
   *
   * @param what what is wrong with it, after "file:line:column: key"
   * @param hint what to try
   */
  public InputException wrong(String what, String hint) {
    return new InputException(where + ": " + plain(path + " " + what), hint);
  }

  /** Text of the file for a message: without control characters and shortened. */
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
    return wrong("must be " + wanted, "the manual's page on checking lists the values of each key");
  }

  /** A table that is only implied by its subtables has no place in the file. */
  private Location location(@Nullable TomlPosition position) {
    return position == null
        ? where
        : new Location(where.file(), position.line(), position.column());
  }
}
