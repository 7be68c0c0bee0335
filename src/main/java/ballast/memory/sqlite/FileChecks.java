package ballast.memory.sqlite;

import ballast.memory.store.Checks;
import ballast.memory.store.Checks.EngineChecks;
import ballast.memory.store.Statements;
import java.sql.SQLException;

/** Checks what SQLite knows of a file: whose it is, its pages, its tables and their references. */
final class FileChecks implements EngineChecks {

  private final Schema schema;

  /**
   * @param schema that the file should have
   */
  FileChecks(Schema schema) {
    this.schema = schema;
  }

  @Override
  public void run(Checks checks) {
    checks.run("whose file it is", () -> checkIdentity(checks));
    checks.run("the pages of the file", () -> checkIntegrity(checks));
    checks.run("the tables", () -> checkTables(checks));
    checks.run("the references between rows", () -> checkReferences(checks));
  }

  /** Makes those of a memory of an earlier version. */
  void runForEarlier(Checks checks) {
    checks.run("the pages of the file", () -> checkIntegrity(checks));
    checks.run("the tables", () -> checkTables(checks));
    checks.run("the references between rows", () -> checkReferences(checks));
  }

  /** Whether nothing has been written to the file yet, for example because the disk was full. */
  @Override
  public boolean isBlank(Statements database) throws SQLException {
    return database.number("PRAGMA application_id") == 0
        && Schema.versionOf(database) == 0
        && database.number("SELECT count(*) FROM sqlite_master") == 0;
  }

  private void checkIdentity(Checks checks) throws SQLException {
    int application = (int) checks.database().number("PRAGMA application_id");
    if (application != Schema.APPLICATION_ID) {
      checks.problem(MemoryIdentity.wrongId(application));
    }
    int version = Schema.versionOf(checks.database());
    if (version != schema.version()) {
      checks.problem(MemoryIdentity.wrongVersion(version, schema));
    }
  }

  /** Whether the pages can be read, without comparing indexes with tables; stops at the first. */
  static void checkPages(Checks checks) throws SQLException {
    checkIntegrity(checks, "PRAGMA quick_check(1)");
  }

  private static void checkIntegrity(Checks checks) throws SQLException {
    checkIntegrity(checks, "PRAGMA integrity_check(" + Checks.MAX_PER_CHECK + ")");
  }

  private static void checkIntegrity(Checks checks, String pragma) throws SQLException {
    checks
        .database()
        .forEach(
            pragma,
            row -> {
              if (!"ok".equals(row.getString(1))) {
                checks.problem("integrity: " + row.getString(1));
              }
            });
  }

  private void checkTables(Checks checks) throws SQLException {
    SchemaComparison comparison = SchemaComparison.of(checks.database(), schema);
    comparison.problems().forEach(checks::problem);
    comparison.foreign().forEach(checks::problem);
  }

  private static void checkReferences(Checks checks) throws SQLException {
    checks
        .database()
        .forEach(
            "PRAGMA foreign_key_check",
            row ->
                checks.problem(
                    "row %s of table %s refers to a missing row of table %s"
                        .formatted(row.getString(2), row.getString(1), row.getString(3))));
  }
}
