package ballast.memory.sqlite;

import ballast.memory.store.Database;
import ballast.memory.store.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the tables, indexes, views and triggers of a file differ from those of a schema.
 *
 * @param problems what is missing or other than it should be, in words
 * @param foreign what does not belong to the schema, in words
 */
record SchemaComparison(List<String> problems, List<String> foreign) {

  private static final String ITEMS =
      "SELECT type, name, COALESCE(sql, '') FROM sqlite_schema ORDER BY name";

  SchemaComparison {
    problems = List.copyOf(problems);
    foreign = List.copyOf(foreign);
  }

  private record Item(String type, String name, String sql) {

    /** A trigger may have the name of a table. */
    boolean isNamedAs(Item other) {
      return type.equals(other.type) && name.equals(other.name);
    }

    @Override
    public String toString() {
      return "the " + type + " " + name;
    }
  }

  static SchemaComparison of(Statements database, Schema schema) throws SQLException {
    List<Item> actual = items(database);
    List<Item> expected;
    try (Database scratch = Connections.scratch(schema)) {
      expected = items(scratch);
    }
    List<String> problems = new ArrayList<>();
    for (Item wanted : expected) {
      if (actual.stream().noneMatch(wanted::isNamedAs)) {
        problems.add(wanted + " is missing");
      } else if (!actual.contains(wanted)) {
        problems.add(wanted + " is not as it should be");
      }
    }
    List<String> foreign =
        actual.stream()
            .filter(item -> expected.stream().noneMatch(item::isNamedAs))
            // SQLite makes these, and lets nobody else use such names.
            .filter(item -> !item.name().startsWith("sqlite_"))
            .map(item -> item + " is none of Ballast's")
            .toList();
    return new SchemaComparison(problems, foreign);
  }

  /** Whether both schemas are the same. */
  boolean isSame() {
    return problems.isEmpty() && foreign.isEmpty();
  }

  private static List<Item> items(Statements database) throws SQLException {
    return database.list(
        ITEMS, row -> new Item(row.getString(1), row.getString(2), row.getString(3)));
  }
}
