package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * What a SQLite file says of itself.
 *
 * @param applicationId 0 if it names no application
 * @param version of its tables; 0 if it has none
 * @param objects how many tables, indexes, views and triggers it holds
 */
public record MemoryIdentity(int applicationId, int version, int objects) {

  static MemoryIdentity of(Database database) throws SQLException {
    List<MemoryIdentity> identities =
        database.list(
            """
            SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema)
            FROM pragma_application_id a, pragma_user_version v
            """,
            row -> new MemoryIdentity(row.getInt(1), row.getInt(2), row.getInt(3)));
    return identities.get(0);
  }

  boolean isEmpty() {
    return applicationId == 0 && version == 0 && objects == 0;
  }

  /**
   * Refuses everything but a memory of the current version.
   *
   * @throws InputException with what it is and what to do
   */
  void requireCurrent(Path file, Schema schema) {
    if (isEmpty()) {
      throw new InputException(
          "\"" + file + "\" is empty: it holds no memory",
          "run `ballast align` to fill it, or name another memory with --tm");
    }
    requireOurs(file, schema);
    requireVersion(file, version, schema);
  }

  /**
   * Refuses another application's file and a memory of a later version.
   *
   * @throws InputException with what it is and what to do
   */
  void requireOurs(Path file, Schema schema) {
    if (applicationId != Schema.APPLICATION_ID) {
      throw new InputException(
          "\"" + file + "\" is another application's SQLite file, not a Ballast memory",
          "name the right file with --tm");
    }
    requireNoLater(file, version, schema);
  }

  /**
   * Refuses a memory of another version.
   *
   * @throws InputException with its version and what to do
   */
  public static void requireVersion(Path file, int version, Schema schema) {
    requireNoLater(file, version, schema);
    if (version < schema.version()) {
      throw new InputException(
          "the memory \"%s\" has version %d, this Ballast reads version %d"
              .formatted(file, version, schema.version()),
          "run a command that writes to it, such as `ballast align`; it brings the memory up to"
              + " date");
    }
  }

  private static void requireNoLater(Path file, int version, Schema schema) {
    if (version > schema.version()) {
      throw new InputException(
          "the memory \"%s\" has version %d, this Ballast knows versions up to %d"
              .formatted(file, version, schema.version()),
          "update Ballast");
    }
  }
}
