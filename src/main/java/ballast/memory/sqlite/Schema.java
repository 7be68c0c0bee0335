package ballast.memory.sqlite;

import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables of a memory.
 *
 * <p>{@code PRAGMA application_id} is {@link #APPLICATION_ID}, {@code PRAGMA user_version} is
 * {@link #VERSION}.
 *
 * <p>Times are text in ISO 8601: UTC, whole seconds, {@code 2026-03-01T09:30:00Z}. Statuses are 0
 * draft, 1 approved, 2 rejected. Confidences are hundredths. Inline codes are in the format of
 * {@link ballast.memory.store.CodesColumn}, or null. {@link ballast.memory.TextKey#stored} makes
 * keys, and {@link ballast.memory.store.UnitId#number} makes unit ids.
 */
public final class Schema {

  /** {@code BlTM} in ASCII. */
  static final int APPLICATION_ID = 0x426C544D;

  /** Application id of memories before Ballast 1.0, with versions 1 to 8. */
  static final int FORMER_APPLICATION_ID = 0x4261544D;

  static final int VERSION = 3;

  static final String RESOURCE = "/ballast/memory/schema.sql";

  private Schema() {}

  /** Creates the tables in an empty file, in one transaction. */
  static void make(Database database) throws SQLException {
    if (versionOf(database) == 0) {
      database.write(
          () -> {
            // Another process may have created them while this one waited.
            if (versionOf(database) == 0) {
              database.execute("PRAGMA application_id = " + APPLICATION_ID);
              database.executeAll(Database.statements(RESOURCE));
              database.execute("PRAGMA user_version = " + VERSION);
            }
            return database;
          });
    }
  }

  /** The triggers of a memory. */
  static Set<String> triggers() {
    return Database.statements(RESOURCE).stream()
        .filter(statement -> statement.startsWith("CREATE TRIGGER"))
        .collect(Collectors.toSet());
  }

  public static int versionOf(Database database) throws SQLException {
    return (int) database.number("PRAGMA user_version");
  }
}
