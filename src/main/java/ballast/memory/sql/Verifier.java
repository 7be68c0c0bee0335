package ballast.memory.sql;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.store.Checks;
import ballast.memory.store.Checks.EngineChecks;
import ballast.memory.store.CodesColumn;
import ballast.memory.store.Database;
import ballast.memory.store.ExtrasColumn;
import ballast.memory.store.HistoryReader;
import ballast.memory.store.Pins;
import ballast.memory.store.RecordedBeads;
import ballast.memory.store.RevisionSeal.RevisionDigest;
import ballast.memory.store.StoredDocuments;
import ballast.memory.store.StoredTime;
import ballast.memory.store.UnitId;
import ballast.memory.store.UnitReader;
import ballast.memory.store.UnitRows;
import ballast.memory.store.UnitStatisticsReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Checks every condition of a memory that this package relies on. */
public final class Verifier {

  private final Database database;
  private final EngineChecks engineChecks;
  private final UnitProgress progress;
  private final Checks checks;

  /**
   * @param engineChecks run first
   * @param progress counts each read of a unit after the engine's checks
   */
  public Verifier(Database database, EngineChecks engineChecks, UnitProgress progress) {
    this.database = database;
    this.engineChecks = engineChecks;
    this.progress = progress;
    this.checks = new Checks(database, database::read);
  }

  /** Empty if the memory is sound. */
  public List<String> problems() {
    if (isBlank()) {
      return List.of("it is empty: it holds no memory");
    }
    engineChecks.run(checks);
    progress.expect(pieces());
    checks.run("the languages", this::checkLanguages);
    checks.run("the dates", this::checkDates);
    checks.run("the revision numbers", this::checkRevisionNumbers);
    checks.run("the places of the units", this::checkPlacements);
    checks.run("which units are retired", this::checkRetired);
    checks.run("the set beads", this::checkPins);
    checks.run("the order of the units", this::checkOrder);
    checks.run("the units", this::checkUnits);
    checks.run("the texts of every revision", this::checkRevisions);
    checks.run("what is read of the units", this::readUnits);
    checks.run("what is read of the documents", this::checkDocuments);
    return checks.problems();
  }

  /** The number of units read, counting repeated reads; 0 if a table cannot be counted. */
  private long pieces() {
    try {
      return database.number(
          "SELECT 2 * (SELECT count(*) FROM unit) + (SELECT count(*) FROM placement)");
    } catch (SQLException e) {
      return 0; // the checks will report the problem
    }
  }

  private boolean isBlank() {
    try {
      return engineChecks.isBlank(database);
    } catch (SQLException e) {
      return false; // the checks will report the problem
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

  /** The units of each change are found by their order: see {@code CommandLog.ChangeUnits}. */
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
   * Reads in the same way as an export, using the same indexes, because a damaged index may point
   * to foreign pages.
   *
   * @throws SQLException if anything cannot be read
   */
  private void readUnits() throws SQLException {
    UnitReader reader = new UnitReader(database);
    UnitFilter all = UnitFilter.CURRENT.withRetired();
    reader.forEach(all, unit -> progress.one());
    reader.forEach(all.onlyDeleted(), unit -> progress.one());
    new UnitStatisticsReader(database).count(UnitFilter.CURRENT);
  }

  private void checkDocuments() throws SQLException {
    StoredDocuments reader = new StoredDocuments(database);
    reader.statistics();
    new RecordedBeads(database).texts(Set.of());
    for (DocumentSummary document : reader.documents()) {
      reader.revisions(document.name());
      new HistoryReader(database).read(document.name());
    }
  }

  private void checkRevisionNumbers() throws SQLException {
    database.forEach(
        """
        SELECT d.name
        FROM document d LEFT JOIN revision r ON r.document = d.id
        GROUP BY d.id
        HAVING count(r.id) = 0 OR min(r.number) < 1
          OR max(r.number) - min(r.number) + 1 <> count(DISTINCT r.number)
        ORDER BY d.name
        """,
        row -> problem("the revisions of \"" + row.getString(1) + "\" are not 1, 2, 3 ..."));
  }

  /** At each time a place has one bead and a unit one place. */
  private void checkPlacements() throws SQLException {
    checkRevisionsOf("placement", "p.rank", "the place %d of \"%s\"");
    for (String same : List.of("q.document = p.document AND q.rank = p.rank", "q.unit = p.unit")) {
      database.forEach(
          """
          SELECT DISTINCT d.name
          FROM placement p JOIN placement q ON %s
            AND (q.rank <> p.rank OR q.set_in <> p.set_in)
            AND q.set_in >= p.set_in AND (p.taken_in IS NULL OR q.set_in < p.taken_in)
          JOIN document d ON d.id = p.document
          ORDER BY d.name
          """
              .formatted(same),
          row -> problem("two places of \"" + row.getString(1) + "\" are the same"));
    }
  }

  /** A unit is retired if and only if the latest revision of its document lacks it. */
  private void checkRetired() throws SQLException {
    database.forEach(
        """
        SELECT u.uid, u.retired_in IS NULL
        FROM unit u
        LEFT JOIN placement p ON p.unit = u.id AND p.taken_in IS NULL
        WHERE u.document IS NOT NULL AND (u.retired_in IS NULL) <> (p.unit IS NOT NULL)
        ORDER BY u.uid
        """,
        row ->
            problem(
                row.getBoolean(2)
                    ? "unit "
                        + UnitId.text(row.getLong(1))
                        + " is neither in the latest revision nor retired"
                    : "unit "
                        + UnitId.text(row.getLong(1))
                        + " is retired but in the latest revision"));
  }

  /** What is in force is so by revisions of its own document. */
  private void checkRevisionsOf(String table, String key, String what) throws SQLException {
    database.forEach(
        """
        SELECT %s, d.name FROM %s p JOIN document d ON d.id = p.document
        WHERE NOT EXISTS (SELECT 1 FROM revision WHERE id = p.set_in AND document = p.document)
          OR (p.taken_in IS NOT NULL AND (p.taken_in <= p.set_in OR NOT EXISTS (
            SELECT 1 FROM revision WHERE id = p.taken_in AND document = p.document)))
        ORDER BY 1
        """
            .formatted(key, table),
        row ->
            problem(
                what.formatted(row.getLong(1), row.getString(2))
                    + " has revisions that cannot be right"));
  }

  private void checkPins() throws SQLException {
    checkRevisionsOf("pin", "p.id", "the set bead %d of \"%s\"");
    database.forEach(
        """
        SELECT d.name FROM pin p JOIN document d ON d.id = p.document
        WHERE p.taken_in IS NULL
        GROUP BY p.document, d.name HAVING count(DISTINCT p.rank) <> count(*)
        ORDER BY d.name
        """,
        row -> problem("two set beads of \"" + row.getString(1) + "\" have the same place"));
  }

  /** Reconstructs every revision and compares it with the digest recorded when it was added. */
  private void checkRevisions() throws SQLException {
    record Revision(long id, String name, String digest) {}
    List<Revision> revisions =
        database.list(
            """
            SELECT r.id, 'revision ' || r.number || ' of "' || d.name || '"', r.digest
            FROM revision r JOIN document d ON d.id = r.document
            ORDER BY d.name, r.id
            """,
            row -> new Revision(row.getLong(1), row.getString(2), row.getString(3)));
    UnitReader reader = new UnitReader(database);
    Pins pins = new Pins(database);
    for (Revision revision : revisions) {
      try {
        RevisionDigest digest = new RevisionDigest();
        for (Unit unit : reader.at(revision.id())) {
          digest.add(unit.id(), unit.source(), unit.target(), CodesColumn.write(unit.codes()));
          progress.one();
        }
        pins.at(revision.id()).forEach(digest::add);
        if (!digest.hex().equals(revision.digest())) {
          problem("the history does not give back the texts of " + revision.name());
        }
      } catch (InputException e) {
        problem(revision.name() + ": " + e.getMessage());
      }
    }
  }
}
