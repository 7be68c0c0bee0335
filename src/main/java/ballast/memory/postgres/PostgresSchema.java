package ballast.memory.postgres;

import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class PostgresSchema {

  /** All tables, each after the tables that it refers to. */
  static final List<String> TABLES =
      List.of(
          "memory",
          "language",
          "change",
          "document",
          "revision",
          "unit",
          "placement",
          "unit_history",
          "unit_extras",
          "unit_extras_history",
          "pin",
          "recorded_beads",
          "comment",
          "fuzzy_state",
          "fuzzy_part",
          "fuzzy_block",
          "fuzzy_pending");

  static final int VERSION = 4;

  private static final String FOLDER = "/ballast/memory/";

  private PostgresSchema() {}

  /**
   * Returns the version of the memory in the current schema. Returns 0 if there is none, if the
   * user may not see it, or if the table is a different one.
   */
  static int version(Database database) throws SQLException {
    return hasColumn(database, "schema_version")
        ? (int) database.number("SELECT schema_version FROM memory")
        : 0;
  }

  /** Whether the memory in the current schema is from before Ballast 1.0. */
  static boolean isFormer(Database database) throws SQLException {
    return hasColumn(database, "version");
  }

  private static boolean hasColumn(Database database, String name) throws SQLException {
    return database.number(
            """
            SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE n.nspname = current_schema() AND c.relname = 'memory' AND c.relkind = 'r'
              AND a.attname = ? AND a.atttypid = CAST('int4' AS regtype)
            """,
            name)
        > 0;
  }

  /**
   * Creates the tables in the current schema. Runs inside a transaction that excludes other
   * processes from doing the same.
   */
  static void make(Database database) throws SQLException {
    setPath(database);
    database.executeAll(schema().toList());
  }

  /**
   * Brings the memory of an earlier version to this one. Version 3 has the same tables. Runs in a
   * transaction, like {@link #make}.
   */
  static void upgrade(Database database) throws SQLException {
    setPath(database);
    database.execute("LOCK TABLE memory IN EXCLUSIVE MODE"); // other writers wait
    String table = "CREATE TABLE ";
    int version = version(database);
    List<String> former = Database.statements(FOLDER + "postgres-former.sql");
    database.executeAll(version < 3 ? former : former.subList(0, 1));
    database.executeAll(missing(statement -> statement.startsWith(table)));
    if (version == 1) {
      database.executeAll(Database.statements(FOLDER + "postgres-upgrade.sql"));
      database.executeAll(Database.statements(FOLDER + "upgrade-data.sql"));
    }
    if (version < 3) {
      database.executeAll(Database.statements(FOLDER + "upgrade-places.sql"));
    }
    database.execute("SET CONSTRAINTS ALL IMMEDIATE"); // while a check waits nothing is indexed
    database.execute("UPDATE memory SET schema_version = " + VERSION + ", changes = changes + 1");
    database.executeAll(
        missing(statement -> !statement.startsWith(table) && !statement.startsWith("INSERT ")));
  }

  private static Stream<String> schema() {
    String compaction = String.join(";\n", Database.statements(FOLDER + "compact.sql")) + ";";
    return Stream.of("postgres.sql", "postgres-records.sql", "postgres-guards.sql")
        .flatMap(name -> Database.statements(FOLDER + name).stream())
        .map(statement -> statement.replace("{compact.sql}", compaction));
  }

  /** Returns statements of the schema so that they leave alone what is there. */
  private static List<String> missing(Predicate<String> wanted) {
    String made = "^CREATE (TABLE|INDEX|UNIQUE INDEX) ";
    return schema()
        .filter(wanted)
        .map(statement -> statement.replaceFirst(made, "CREATE $1 IF NOT EXISTS "))
        .toList();
  }

  private static void setPath(Database database) throws SQLException {
    // Functions keep the current path. Unless pg_temp is named, it comes first, and any user's
    // temporary table could replace that of the memory.
    database.execute(
        "SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true)");
  }
}
