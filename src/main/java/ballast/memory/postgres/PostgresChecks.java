package ballast.memory.postgres;

import ballast.memory.sql.EngineChecks;
import ballast.memory.store.Checks;
import ballast.memory.store.Statements;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the tables of a memory on a server. The server itself watches over its pages and over the
 * references between rows.
 */
final class PostgresChecks implements EngineChecks {

  @Override
  public boolean isBlank(Statements database) throws SQLException {
    return PostgresSchema.version(database) == 0;
  }

  @Override
  public void run(Checks checks) {
    checks.run("the version", () -> checkVersion(checks));
    checks.run("the tables", () -> checkTables(checks));
  }

  private static void checkVersion(Checks checks) throws SQLException {
    int version = PostgresSchema.version(checks.database());
    if (version != PostgresSchema.VERSION) {
      checks.problem("its version is " + version + ", not " + PostgresSchema.VERSION);
    }
  }

  private static void checkTables(Checks checks) throws SQLException {
    List<String> found =
        checks
            .database()
            .list(
                "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = current_schema()",
                row -> row.getString(1));
    Set<String> missing = new HashSet<>(PostgresSchema.TABLES);
    found.forEach(missing::remove);
    missing.stream()
        .sorted()
        .forEach(table -> checks.problem("the table " + table + " is missing"));
  }
}
