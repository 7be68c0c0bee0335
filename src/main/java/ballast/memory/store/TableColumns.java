package ballast.memory.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables and columns that the version of a file had. The file itself is not asked: what is
 * missing there may be damage.
 */
final class TableColumns {

  private final Map<String, Set<String>> tables = new HashMap<>();

  private TableColumns() {}

  /** Those of the version that the file says it has; of the present one if it says none. */
  static TableColumns of(Database file) throws SQLException {
    int version = Schema.versionOf(file);
    boolean isOlder = version > 0 && version < Schema.CURRENT.version();
    Schema schema = isOlder ? Schema.CURRENT.upTo(version) : Schema.CURRENT;
    TableColumns columns = new TableColumns();
    try (Database scratch = MemoryOpener.scratch(schema)) {
      scratch.forEach(
          "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
              + " WHERE t.type = 'table'",
          row ->
              columns
                  .tables
                  .computeIfAbsent(row.getString(1), table -> new HashSet<>())
                  .add(row.getString(2)));
    }
    return columns;
  }

  boolean have(String table) {
    return tables.containsKey(table);
  }

  /** The columns to select: NULL where the table has none of that name. */
  List<String> values(String table, List<String> columns) {
    Set<String> known = tables.getOrDefault(table, Set.of());
    return columns.stream().map(column -> known.contains(column) ? column : "NULL").toList();
  }
}
