package ballast.memory.sqlite;

import ballast.memory.store.Database;
import ballast.memory.store.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the tables and indexes of a file differ from those of a schema.
 *
 * @param problems what is missing or other than it should be, in words
 * @param hasMore whether the file has tables or indexes that do not belong to the schema
 */
record SchemaComparison(List<String> problems, boolean hasMore) {

  private static final String ITEMS =
      "SELECT type, name, COALESCE(sql, '') FROM sqlite_schema ORDER BY name";

  SchemaComparison {
    problems = List.copyOf(problems);
  }

  private record Item(String type, String name, String sql) {}

  static SchemaComparison of(Statements database, Schema schema) throws SQLException {
    List<Item> actual = items(database);
    List<Item> expected;
    try (Database scratch = MemoryOpener.scratch(schema)) {
      expected = items(scratch);
    }
    List<String> problems = new ArrayList<>();
    for (Item wanted : expected) {
      if (actual.stream().noneMatch(present -> present.name().equals(wanted.name()))) {
        problems.add("the " + wanted.type() + " " + wanted.name() + " is missing");
      } else if (!actual.contains(wanted)) {
        problems.add("the " + wanted.type() + " " + wanted.name() + " is not as it should be");
      }
    }
    List<String> names = expected.stream().map(Item::name).toList();
    boolean hasMore =
        actual.stream()
            .map(Item::name)
            .anyMatch(name -> !names.contains(name) && !name.startsWith("sqlite_"));
    return new SchemaComparison(problems, hasMore);
  }

  /** Whether both schemas are the same. */
  boolean isSame() {
    return problems.isEmpty() && !hasMore;
  }

  private static List<Item> items(Statements database) throws SQLException {
    return database.list(
        ITEMS, row -> new Item(row.getString(1), row.getString(2), row.getString(3)));
  }
}
