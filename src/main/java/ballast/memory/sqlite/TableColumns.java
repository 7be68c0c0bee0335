package ballast.memory.sqlite;

import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables and columns that a file should have: those of its version, and those that it has. What
 * is missing may be damage, and the number of the version may be, too.
 */
final class TableColumns {

  private final Map<String, Set<String>> tables = new HashMap<>();

  private TableColumns() {}

  static TableColumns of(Database file) throws SQLException {
    int version = Schema.versionOf(file);
    boolean isOlder = version > 0 && version < Schema.CURRENT.version();
    Schema schema = isOlder ? Schema.CURRENT.upTo(version) : Schema.CURRENT;
    TableColumns columns = new TableColumns();
    try (Database scratch = Connections.scratch(schema)) {
      columns.addAll(scratch);
    }
    try {
      columns.addAll(file);
    } catch (SQLException e) {
      return columns; // its list of tables is damaged
    }
    return columns;
  }

  private void addAll(Database database) throws SQLException {
    database.forEach(
        "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
            + " WHERE t.type = 'table'",
        row -> {
          Set<String> columns = tables.computeIfAbsent(row.getString(1), name -> new HashSet<>());
          columns.add(row.getString(2));
        });
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
