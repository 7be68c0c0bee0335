package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param applicationId 0 if not set
 * @param version schema version; 0 if not set
 * @param objects number of tables, indexes, views and triggers
 * @param hasHistory whether it has the tables of a memory, whatever its application id
 * @param triggers their SQL
 */
record MemoryIdentity(
    int applicationId, int version, int objects, boolean hasHistory, List<String> triggers) {

  private static final String BETWEEN = "\u0001";

  MemoryIdentity {
    triggers = List.copyOf(triggers);
  }

  static MemoryIdentity of(Database database) throws SQLException {
    List<MemoryIdentity> identities =
        database.list(
            """
            SELECT a.application_id, v.user_version, s.objects, s.tables = 2, s.triggers
            FROM pragma_application_id a, pragma_user_version v, (
              SELECT count(*) AS objects,
                count(*) FILTER (WHERE type = 'table' AND name IN ('placement', 'unit_history'))
                  AS tables,
                group_concat(sql, char(1)) FILTER (WHERE type = 'trigger') AS triggers
              FROM sqlite_schema) s
            """,
            row ->
                new MemoryIdentity(
                    row.getInt(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getBoolean(4),
                    split(row.getString(5))));
    return identities.get(0);
  }

  private static List<String> split(@Nullable String statements) {
    return statements == null ? List.of() : List.of(statements.split(BETWEEN));
  }

  boolean isEmpty() {
    return applicationId == 0 && version == 0 && objects == 0;
  }

  /** Rejects everything except a memory with a valid header. */
  void requireCurrent(Path file) {
    requireMemory(file);
    if (applicationId != Schema.APPLICATION_ID) {
      throw SqliteErrors.damaged(file, wrongId(applicationId));
    }
    if (version <= 0) {
      throw SqliteErrors.damaged(file, wrongVersion(version));
    }
  }

  /** Rejects files that are no memory, damaged or not, and memories of another version. */
  void requireMemory(Path file) {
    if (isEmpty()) {
      throw new InputException(
          "\"" + file + "\" is empty: it holds no memory",
          "run `ballast align` to fill it, or name another memory with --tm");
    }
    if (applicationId == Schema.FORMER_APPLICATION_ID) {
      throw new InputException(
          "the memory \"" + file + "\" is of a Ballast before 1.0",
          "with that Ballast run `ballast tm export --format tmx -o old.tmx`; then move the memory"
              + " away and run `ballast tm import old.tmx`");
    }
    if (applicationId != Schema.APPLICATION_ID && !hasHistory) {
      throw new InputException(
          "\"" + file + "\" is another application's SQLite file, not a Ballast memory",
          "name the right file with --tm");
    }
    if (version > Schema.VERSION) {
      throw new InputException(
          "the memory \"%s\" has version %d, this Ballast knows versions up to %d"
              .formatted(file, version, Schema.VERSION),
          "update Ballast");
    }
  }

  /** Rejects files that Ballast must not write to; accepts an empty file. */
  void requireWritable(Path file) {
    if (isEmpty()) {
      return;
    }
    requireCurrent(file);
    if (!Schema.triggers().containsAll(triggers)) {
      throw new InputException(
          "the memory \""
              + file
              + "\" has a trigger that Ballast has not made: whatever is written"
              + " could change other units",
          "`ballast tm verify` names it, `ballast tm verify --salvage FILE.tmx` saves the units;"
              + " then move the file away and run `ballast tm import FILE.tmx`");
    }
  }

  static String wrongId(int applicationId) {
    return "application_id is 0x%08x, not 0x%08x".formatted(applicationId, Schema.APPLICATION_ID);
  }

  static String wrongVersion(int version) {
    return "user_version is " + version + ", not " + Schema.VERSION;
  }
}
