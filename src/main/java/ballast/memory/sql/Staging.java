package ballast.memory.sql;

import ballast.bitext.InputException;
import ballast.memory.ImportedUnit;
import ballast.memory.store.Database;
import ballast.memory.store.ExtrasWriter;
import ballast.memory.store.PresentUnits;
import ballast.memory.store.UnitWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Temporary tables for the new units of an import, so that other writers need wait only while their
 * rows are taken over. Outside of a transaction; the tables end with the connection at the latest.
 */
final class Staging {

  /** The id of the first new unit until it is taken over; units of the memory have lower ones. */
  static final long FIRST_ID = 1 << 30;

  private static final String COLUMNS =
      """
      id, uid, document, source_lang, target_lang, status, confidence, created_in, changed_in,
      retired_in, deleted_in, source_key, target_key, codes, source, target
      """;

  private static final List<String> MAKE =
      List.of(
          "CREATE TEMPORARY TABLE staged_unit (LIKE unit, PRIMARY KEY (id))",
          "CREATE TEMPORARY TABLE staged_extras (LIKE unit_extras, PRIMARY KEY (unit))",
          "CREATE TEMPORARY VIEW all_unit AS SELECT %1$s FROM unit UNION ALL SELECT %1$s FROM staged_unit"
              .formatted(COLUMNS),
          "CREATE TEMPORARY VIEW all_extras AS SELECT unit, extras FROM unit_extras"
              + " UNION ALL SELECT unit, extras FROM staged_extras");

  private static final List<String> DROP =
      List.of(
          "DROP VIEW IF EXISTS all_unit",
          "DROP VIEW IF EXISTS all_extras",
          "DROP TABLE IF EXISTS staged_unit",
          "DROP TABLE IF EXISTS staged_extras");

  private final Database database;
  private final List<ImportedUnit> deferred = new ArrayList<>();
  private final boolean isDryRun;
  private final long last;
  private long unwritten;

  /**
   * Makes the tables.
   *
   * @param isDryRun whether nothing is to be taken over
   */
  Staging(Database database, boolean isDryRun) throws SQLException {
    this.database = database;
    this.isDryRun = isDryRun;
    this.last = database.number("SELECT max(id) FROM unit");
    for (String statement : MAKE) {
      database.execute(statement);
    }
  }

  /** Whether the ids of a memory leave room for those of new units. */
  static boolean hasRoom(Database database) throws SQLException {
    return database.number("SELECT max(id) FROM unit") < FIRST_ID;
  }

  Database database() {
    return database;
  }

  UnitWriter units() {
    return new UnitWriter(database, "staged_unit");
  }

  ExtrasWriter extras() {
    return new ExtrasWriter(database, "staged_extras", "all_extras");
  }

  PresentUnits present() throws SQLException {
    return new PresentUnits(database, true, "all_unit");
  }

  /** The row of a language, added in a transaction of its own if there is none. */
  long language(String tag) throws SQLException {
    long known = database.number("SELECT id FROM language WHERE tag = ?", tag);
    if (known != 0) {
      return known;
    }
    return isDryRun ? --unwritten : database.write(() -> new UnitWriter(database).language(tag));
  }

  /** Takes a unit that changes another; it is imported after the new ones. */
  void defer(ImportedUnit imported) {
    deferred.add(imported);
  }

  List<ImportedUnit> deferred() {
    return deferred;
  }

  /** How many new units there are. */
  long count() throws SQLException {
    return database.number("SELECT count(*) FROM staged_unit");
  }

  /**
   * Takes the new units over. Inside a transaction.
   *
   * @param first the id of the first one
   * @param change the row of the import's change
   * @throws InputException if another process has added one of them meanwhile
   */
  void takeOver(long first, long change) throws SQLException {
    long same =
        database.number(
            "SELECT count(*) FROM unit u JOIN staged_unit s ON s.uid = u.uid WHERE u.id > ?", last);
    if (same > 0) {
      throw new InputException(
          "cannot write to the memory \"%s\": another process has added %d of the units meanwhile"
              .formatted(database.place(), same),
          "run the command again");
    }
    long shift = first - FIRST_ID;
    database.update(
        """
        INSERT INTO unit (id, uid, document, source_lang, target_lang, status, confidence,
          created_in, changed_in, source_key, target_key, codes, source, target)
        SELECT id + ?, uid, document, source_lang, target_lang, status, confidence, ?, ?,
          source_key, target_key, codes, source, target
        FROM staged_unit ORDER BY id
        """,
        shift,
        change,
        change);
    database.update(
        """
        INSERT INTO unit_extras (unit, created, changed, author, document, extras)
        SELECT unit + ?, created, changed, author, document, extras
        FROM staged_extras ORDER BY unit
        """,
        shift);
  }

  /** Drops the tables with what is in them; does not fail. */
  void drop() {
    database.discard();
    try {
      for (String statement : DROP) {
        database.execute(statement);
      }
    } catch (SQLException e) {
      // They end with the connection; an error before this one is the one to report.
    }
  }
}
