package ballast.format.unit;

import ballast.bitext.Property;
import ballast.format.sqlite.SqliteFile;
import ballast.format.sqlite.SqliteRows;
import ballast.format.xml.XmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields and contexts of the units of a Trados memory, as properties that bear the names of
 * Trados' TMX ({@code x-Client:SinglePicklist}). Each table is read once, in the order of the
 * units.
 */
final class SdltmFields implements AutoCloseable {

  private static final String UNIT = "translation_unit_id";

  /** Names of the types of fields, by Trados' number. */
  private static final List<String> TYPES =
      List.of(
          "",
          "SingleString",
          "MultipleString",
          "DateTime",
          "SinglePicklist",
          "MultiplePicklist",
          "Integer");

  /** Longest value that is kept, in bytes. */
  private static final int MAX_BYTES = 1 << 16;

  /** Most fields and most words of picklists in one file. */
  private static final int MAX_DEFINED = 100_000;

  private static final int MAX_PROPERTIES = 2_000;

  /** The rows of one table that belong to the units, with one row read ahead. */
  private static final class Ahead {

    private final SqliteRows rows;
    private final Maker maker;
    private boolean more;

    Ahead(SqliteRows rows, Maker maker) {
      this.rows = rows;
      this.maker = maker;
      this.more = rows.next();
    }

    void addTo(List<Property> properties, long unit) {
      while (more && rows.number(0) <= unit) {
        if (rows.number(0) == unit && properties.size() < MAX_PROPERTIES) {
          Property property = maker.property(rows);
          if (property != null && !property.value().isBlank()) {
            properties.add(property);
          }
        }
        more = rows.next();
      }
    }
  }

  /** Makes a property of a row; null when nothing is known about its field. */
  @FunctionalInterface
  private interface Maker {
    @Nullable Property property(SqliteRows row);
  }

  private final SqliteFile file;
  private final Map<Long, String> names = new HashMap<>();
  private final Map<Long, Property> words = new HashMap<>();
  private final List<Ahead> tables = new ArrayList<>();

  SdltmFields(SqliteFile file) {
    this.file = file;
    readNames();
    readWords();
    for (String table : List.of("string_attributes", "numeric_attributes", "date_attributes")) {
      open(table, List.of(UNIT, "attribute_id", "value"), this::value);
    }
    open(
        "picklist_attributes", List.of(UNIT, "picklist_value_id"), row -> words.get(row.number(1)));
    open(
        "translation_unit_contexts",
        List.of(UNIT, "left_source_context", "left_target_context"),
        row -> Property.ofUnit("x-Context", row.number(1) + ", " + row.number(2)));
  }

  private void open(String table, List<String> columns, Maker maker) {
    if (file.columns(table).containsAll(columns)) {
      tables.add(new Ahead(file.rows(table, columns, MAX_BYTES), maker));
    }
  }

  private void readNames() {
    List<String> columns = List.of("id", "name", "type");
    if (!file.columns("attributes").containsAll(columns)) {
      return;
    }
    try (SqliteRows rows = file.rows("attributes", columns, MAX_BYTES)) {
      while (rows.next() && names.size() < MAX_DEFINED) {
        long type = rows.number(2);
        String typed = type > 0 && type < TYPES.size() ? ":" + TYPES.get((int) type) : "";
        names.put(rows.number(0), "x-" + fit(rows.text(1)) + typed);
      }
    }
  }

  private void readWords() {
    List<String> columns = List.of("id", "attribute_id", "value");
    if (!file.columns("picklist_values").containsAll(columns)) {
      return;
    }
    try (SqliteRows rows = file.rows("picklist_values", columns, MAX_BYTES)) {
      while (rows.next() && words.size() < MAX_DEFINED) {
        Property word = value(rows);
        if (word != null) {
          words.put(rows.number(0), word);
        }
      }
    }
  }

  private @Nullable Property value(SqliteRows row) {
    String name = names.get(row.number(1));
    return name == null ? null : Property.ofUnit(name, fit(row.text(2)));
  }

  /** The text without the characters that XML forbids, because the unit may go into a TMX file. */
  static String fit(String text) {
    return XmlText.fit(text);
  }

  /**
   * The fields and contexts of a unit.
   *
   * @param unit its number; the numbers rise from call to call
   */
  List<Property> of(long unit) {
    List<Property> properties = new ArrayList<>();
    tables.forEach(table -> table.addTo(properties, unit));
    return properties;
  }

  @Override
  public void close() {
    tables.forEach(table -> table.rows.close());
  }
}
