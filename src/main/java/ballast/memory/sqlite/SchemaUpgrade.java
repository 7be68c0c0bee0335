package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.memory.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Brings a memory of an earlier version to this one: in place and in one transaction, so that a
 * killed process leaves the earlier version. A copy of that version stays beside the file.
 *
 * <p>Tables whose statement in {@code schema.sql} has changed are rebuilt; SQL files fill them from
 * the former ones.
 */
record SchemaUpgrade(Path file, Database database) {

  /** Drops the indexes and triggers of a table, whose names are needed again. */
  private static final String DROPS =
      """
      SELECT 'DROP ' || type || ' ' || name FROM sqlite_schema
      WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL
      """;

  /** Whether a file is a memory of an earlier version. */
  static boolean isDue(Database database) throws SQLException {
    int version = Schema.versionOf(database);
    return version > 0
        && version < Schema.VERSION
        && database.number("PRAGMA application_id") == Schema.APPLICATION_ID;
  }

  /** Does nothing unless it is due. Otherwise says so on standard error. */
  void run() throws SQLException {
    if (isDue(database)) {
      // Another process may have done it while this one waited.
      Optional<Path> copy =
          database.unchecked(
              () ->
                  database.write(
                      () -> isDue(database) ? Optional.of(upgraded()) : Optional.empty()));
      copy.ifPresent(
          kept ->
              System.err.println(
                  "upgraded the memory \"%s\"; a copy of the earlier version is %s"
                      .formatted(file, kept)));
    }
  }

  private Path upgraded() throws SQLException {
    // Of rows that only an index still lists there would be no trace afterwards.
    String state = database.list("PRAGMA integrity_check(1)", row -> row.getString(1)).get(0);
    if (!state.equals("ok")) {
      throw SqliteErrors.damaged(file, state);
    }
    String name = ".v" + Schema.versionOf(database);
    Path part = SqliteEngine.beside(file, name + ".part");
    try (Database outside = Connections.connect(file, Connections.Mode.WRITE, Duration.ZERO)) {
      Files.deleteIfExists(part);
      outside.update("VACUUM INTO ?", part.toAbsolutePath().toString());
      rebuild();
      Path kept = SqliteEngine.beside(file, name);
      for (int i = 2; Files.exists(kept); i++) {
        kept = SqliteEngine.beside(file, name + "-" + i);
      }
      return Files.move(part, kept);
    } catch (IOException e) {
      throw new InputException(
          "cannot keep a copy of the memory \"%s\" as it was: %s".formatted(file, e),
          "allow writing to its folder, and run the command again",
          e);
    }
  }

  void rebuild() throws SQLException {
    database.execute("PRAGMA legacy_alter_table = ON"); // references keep the names of the tables
    for (String table : missing("CREATE TABLE ")) {
      String name = table.split(" ", 4)[2];
      database.executeAll(database.list(DROPS, row -> row.getString(1), name));
      if (database.number("SELECT count(*) FROM sqlite_schema WHERE name = ?", name) > 0) {
        database.execute("ALTER TABLE %1$s RENAME TO former_%1$s".formatted(name));
      }
      database.execute(table);
    }
    if (Schema.versionOf(database) == 1) {
      database.executeAll(Database.statements("/ballast/memory/upgrade.sql"));
      database.executeAll(Database.statements("/ballast/memory/upgrade-data.sql"));
    }
    database.executeAll(Database.statements("/ballast/memory/upgrade-places.sql"));
    database.executeAll(missing("CREATE "));
    database.execute("PRAGMA legacy_alter_table = OFF");
    Optional<String> broken = database.engine().brokenTable(database);
    if (broken.isPresent()) {
      throw SqliteErrors.damaged(file, "table " + broken.get() + " refers to missing rows");
    }
    database.execute("PRAGMA user_version = " + Schema.VERSION);
  }

  /** Returns the statements of the schema that the memory was not made with. */
  private List<String> missing(String kind) throws SQLException {
    List<String> there = database.list("SELECT sql FROM sqlite_schema", row -> row.getString(1));
    return Database.statements(Schema.RESOURCE).stream()
        .filter(statement -> statement.startsWith(kind) && !there.contains(statement))
        .toList();
  }
}
