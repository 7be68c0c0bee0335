package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.memory.DocumentSummary;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.store.ChangeUnits;
import ballast.memory.store.Database;
import ballast.memory.store.DocumentReader;
import ballast.memory.store.ExtrasColumn;
import ballast.memory.store.HistoryReader;
import ballast.memory.store.Schema;
import ballast.memory.store.SqliteErrors;
import ballast.memory.store.StoredTime;
import ballast.memory.store.UnitId;
import ballast.memory.store.UnitReader;
import ballast.memory.store.UnitRows;
import ballast.memory.store.UnitStatisticsReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that a memory meets every condition that the rest of the package relies on. The checks run
 * independently, so that one that fails to run does not hide the findings of the others.
 */
public final class Verifier {

  private static final int MAX_PER_CHECK = 20;

  @FunctionalInterface
  private interface Check {
    void run() throws SQLException;
  }

  private final Database database;
  private final Schema schema;
  private final List<String> problems = new ArrayList<>();
  private int found;

  Verifier(Database database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  /** Descriptions of everything that is wrong; empty when the file is sound. */
  List<String> problems() {
    RevisionChecks revisions = new RevisionChecks(database, this::problem);
    if (isBlank()) {
      return List.of("it is empty: it holds no memory");
    }
    check("whose file it is", this::checkIdentity);
    check("the pages of the file", this::checkIntegrity);
    check("the tables", this::checkTables);
    check("the references between rows", this::checkReferences);
    check("the languages", this::checkLanguages);
    check("the dates", this::checkDates);
    check("the revision numbers", revisions::checkRevisionNumbers);
    check("the places of the units", revisions::checkPlacements);
    check("which units are retired", revisions::checkRetired);
    check("the set beads", revisions::checkPins);
    check("the order of the units", this::checkOrder);
    check("the units", this::checkUnits);
    check("the texts of every revision", revisions::checkRevisions);
    check("what is read of the units", this::checkReading);
    check("what is read of the documents", this::checkDocuments);
    return List.copyOf(problems);
  }

  /**
   * The problems of a memory of another version than the current one: those of its pages and, if
   * this Ballast knows the version, of its tables.
   */
  List<String> problemsOfAnother(boolean isKnown) {
    check("the pages of the file", this::checkIntegrity);
    if (isKnown) {
      check("the tables", this::checkTables);
      check("the references between rows", this::checkReferences);
    }
    return List.copyOf(problems);
  }

  /** Whether nothing has been written to the file yet, for example because the disk was full. */
  private boolean isBlank() {
    try {
      return database.number("PRAGMA application_id") == 0
          && Schema.versionOf(database) == 0
          && database.number("SELECT count(*) FROM sqlite_master") == 0;
    } catch (SQLException e) {
      return false; // the checks will say what is wrong
    }
  }

  private void check(String what, Check check) {
    found = 0;
    try {
      database.read(
          () -> {
            check.run();
            return what;
          });
    } catch (SQLException e) {
      problems.add("cannot check " + what + ": " + e.getMessage());
    } catch (InputException e) {
      problem(SqliteErrors.detail(e));
    } catch (RuntimeException e) {
      // Whatever fails on values that the tables do not allow; the cause is in the file.
      problems.add("cannot check " + what + ": a value is missing or not of its kind");
    }
    if (found > MAX_PER_CHECK) {
      problems.add("and " + (found - MAX_PER_CHECK) + " more about " + what);
    }
  }

  private void problem(String text) {
    found++;
    if (found <= MAX_PER_CHECK) {
      problems.add(text);
    }
  }

  private void checkIdentity() throws SQLException {
    long application = database.number("PRAGMA application_id");
    if (application != Schema.APPLICATION_ID) {
      problem(
          "application_id is 0x%08x, not 0x%08x: not a Ballast memory"
              .formatted((int) application, Schema.APPLICATION_ID));
    }
    int version = Schema.versionOf(database);
    if (version != schema.version()) {
      problem("user_version is " + version + ", not " + schema.version());
    }
  }

  private void checkIntegrity() throws SQLException {
    database.forEach(
        "PRAGMA integrity_check(" + MAX_PER_CHECK + ")",
        row -> {
          if (!"ok".equals(row.getString(1))) {
            problem("integrity: " + row.getString(1));
          }
        });
  }

  private void checkTables() throws SQLException {
    SchemaComparison.of(database, schema).problems().forEach(this::problem);
  }

  private void checkReferences() throws SQLException {
    database.forEach(
        "PRAGMA foreign_key_check",
        row ->
            problem(
                "row %s of table %s refers to a missing row of table %s"
                    .formatted(row.getString(2), row.getString(1), row.getString(3))));
  }

  private void checkLanguages() throws SQLException {
    database.forEach(
        "SELECT id, tag FROM language",
        row -> {
          String tag = row.getString(2);
          if (!Lang.isCanonical(tag)) {
            problem("language " + row.getLong(1) + ": \"" + tag + "\" is not a language tag");
          }
        });
  }

  private void checkDates() throws SQLException {
    database.forEach(
        "SELECT id, at FROM change",
        row -> {
          String time = row.getString(2);
          if (!StoredTime.isWholeSecond(time)) {
            problem("change " + row.getLong(1) + ": \"" + time + "\" is not a UTC time in seconds");
          }
        });
  }

  /** See {@link ChangeUnits}. */
  private void checkOrder() throws SQLException {
    long[] last = new long[1];
    database.forEach(
        "SELECT uid, created_in FROM unit ORDER BY id",
        row -> {
          if (row.getLong(2) < last[0]) {
            problem(
                "unit %s was added by change %d, a unit before it by change %d"
                    .formatted(UnitId.text(row.getLong(1)), row.getLong(2), last[0]));
          }
          last[0] = Math.max(last[0], row.getLong(2));
        });
  }

  private void checkUnits() throws SQLException {
    database.forEach(
        """
        SELECT uid, source, target, source_key, target_key, codes, status, extras
        FROM unit LEFT JOIN unit_extras ON unit_extras.unit = unit.id
        """,
        row -> {
          String unit = "unit " + UnitId.text(row.getLong(1)) + ": ";
          if (row.getLong(4) != TextKey.stored(row.getString(2))) {
            problem(unit + "the key of the source text is wrong");
          }
          if (row.getLong(5) != TextKey.stored(row.getString(3))) {
            problem(unit + "the key of the target text is wrong");
          }
          try {
            UnitRows.codes(row.getString(6));
            UnitRows.status(row.getInt(7));
            ExtrasColumn.read(UnitRows.text(row.getString(8)));
          } catch (IllegalArgumentException e) {
            problem(unit + e.getMessage());
          }
        });
  }

  /** Reads as an export does, by the same indexes, of which one may lead to foreign pages. */
  private void checkReading() throws SQLException {
    UnitReader reader = new UnitReader(database);
    UnitFilter all = UnitFilter.CURRENT.withRetired();
    reader.forEach(all, unit -> {});
    reader.forEach(all.onlyDeleted(), unit -> {});
    new UnitStatisticsReader(database).count(UnitFilter.CURRENT);
  }

  private void checkDocuments() throws SQLException {
    DocumentReader reader = new DocumentReader(database);
    reader.statistics();
    for (DocumentSummary document : reader.documents()) {
      reader.revisions(document.name());
      new HistoryReader(database).read(document.name());
    }
  }
}
