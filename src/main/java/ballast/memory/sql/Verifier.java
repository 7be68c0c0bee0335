package ballast.memory.sql;

import ballast.bitext.Lang;
import ballast.memory.DocumentSummary;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.UnitProgress;
import ballast.memory.store.ChangeUnits;
import ballast.memory.store.Checks;
import ballast.memory.store.Database;
import ballast.memory.store.DocumentReader;
import ballast.memory.store.ExtrasColumn;
import ballast.memory.store.HistoryReader;
import ballast.memory.store.StoredTime;
import ballast.memory.store.UnitId;
import ballast.memory.store.UnitReader;
import ballast.memory.store.UnitRows;
import ballast.memory.store.UnitStatisticsReader;
import java.sql.SQLException;
import java.util.List;

/** Checks that a memory meets every condition that the rest of the package relies on. */
public final class Verifier {

  private final Database database;
  private final EngineChecks engineChecks;
  private final UnitProgress progress;
  private final Checks checks;

  /**
   * @param engineChecks come first
   * @param progress is told of each unit, as often as it is read, after the engine's checks
   */
  public Verifier(Database database, EngineChecks engineChecks, UnitProgress progress) {
    this.database = database;
    this.engineChecks = engineChecks;
    this.progress = progress;
    this.checks = new Checks(database, database::read);
  }

  /** Descriptions of everything that is wrong; empty when the memory is sound. */
  public List<String> problems() {
    if (isBlank()) {
      return List.of("it is empty: it holds no memory");
    }
    RevisionChecks revisions = new RevisionChecks(database, checks::problem, progress::one);
    engineChecks.run(checks);
    progress.expect(pieces());
    checks.run("the languages", this::checkLanguages);
    checks.run("the dates", this::checkDates);
    checks.run("the revision numbers", revisions::checkRevisionNumbers);
    checks.run("the places of the units", revisions::checkPlacements);
    checks.run("which units are retired", revisions::checkRetired);
    checks.run("the set beads", revisions::checkPins);
    checks.run("the order of the units", this::checkOrder);
    checks.run("the units", this::checkUnits);
    checks.run("the texts of every revision", revisions::checkRevisions);
    checks.run("what is read of the units", () -> readUnits(database, progress::one));
    checks.run("what is read of the documents", this::checkDocuments);
    return checks.problems();
  }

  /** How many units are read, each as often as it is; 0 if a table cannot be counted. */
  private long pieces() {
    try {
      return database.number(
          "SELECT 2 * (SELECT count(*) FROM unit) + (SELECT count(*) FROM placement)");
    } catch (SQLException e) {
      return 0; // the checks will say what is wrong
    }
  }

  private boolean isBlank() {
    try {
      return engineChecks.isBlank(database);
    } catch (SQLException e) {
      return false; // the checks will say what is wrong
    }
  }

  private void problem(String text) {
    checks.problem(text);
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
          progress.one();
        });
  }

  /**
   * Reads as an export does, by the same indexes, of which one may lead to foreign pages.
   *
   * @param one called for each unit
   * @throws SQLException if something cannot be read
   */
  public static void readUnits(Database database, Runnable one) throws SQLException {
    UnitReader reader = new UnitReader(database);
    UnitFilter all = UnitFilter.CURRENT.withRetired();
    reader.forEach(all, unit -> one.run());
    reader.forEach(all.onlyDeleted(), unit -> one.run());
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
