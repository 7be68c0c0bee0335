package ballast.memory.sql;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.store.CodesColumn;
import ballast.memory.store.Database;
import ballast.memory.store.PinReader;
import ballast.memory.store.RevisionDigest;
import ballast.memory.store.RevisionPlan;
import ballast.memory.store.UnitId;
import ballast.memory.store.UnitReader;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Checks the revisions of the documents of a memory: their numbers, units and texts. */
final class RevisionChecks {

  private final Database database;
  private final Consumer<String> problems;
  private final Runnable one;

  /**
   * @param problems receives a description of everything that is wrong
   * @param one called for each unit of each revision whose texts have been compared
   */
  RevisionChecks(Database database, Consumer<String> problems, Runnable one) {
    this.database = database;
    this.problems = problems;
    this.one = one;
  }

  void checkRevisionNumbers() throws SQLException {
    database.forEach(
        """
        SELECT d.name
        FROM document d LEFT JOIN revision r ON r.document = d.id
        GROUP BY d.id
        HAVING count(r.id) = 0 OR min(r.number) < 1
          OR max(r.number) - min(r.number) + 1 <> count(r.id)
        ORDER BY d.name
        """,
        row ->
            problems.accept("the revisions of \"" + row.getString(1) + "\" are not 1, 2, 3 ..."));
  }

  void checkPlacements() throws SQLException {
    database.forEach(
        """
        SELECT d.name, r.number
        FROM placement p
        JOIN revision r ON r.id = p.revision
        JOIN document d ON d.id = r.document
        GROUP BY p.revision, d.name, r.number
        HAVING min(p.position) <> 1 OR max(p.position) <> count(*)
        ORDER BY d.name, r.number
        """,
        row ->
            problems.accept(
                "the places in revision %d of \"%s\" are not 1, 2, 3 ..."
                    .formatted(row.getInt(2), row.getString(1))));
  }

  /** A unit is retired exactly when the latest revision of its document does not have it. */
  void checkRetired() throws SQLException {
    database.forEach(
        """
        SELECT u.uid, u.retired_in IS NULL
        FROM unit u
        LEFT JOIN placement p
          ON p.unit = u.id
          AND p.revision = (SELECT max(id) FROM revision WHERE document = u.document)
        WHERE u.document IS NOT NULL AND (u.retired_in IS NULL) <> (p.unit IS NOT NULL)
        ORDER BY u.uid
        """,
        row ->
            problems.accept(
                row.getBoolean(2)
                    ? "unit "
                        + UnitId.text(row.getLong(1))
                        + " is neither in the latest revision nor retired"
                    : "unit "
                        + UnitId.text(row.getLong(1))
                        + " is retired but in the latest revision"));
  }

  /** A set bead comes and goes with revisions of its own document. */
  void checkPins() throws SQLException {
    database.forEach(
        """
        SELECT p.id, d.name FROM pin p JOIN document d ON d.id = p.document
        WHERE NOT EXISTS (SELECT 1 FROM revision WHERE id = p.set_in AND document = p.document)
          OR (p.taken_in IS NOT NULL AND (p.taken_in <= p.set_in OR NOT EXISTS (
            SELECT 1 FROM revision WHERE id = p.taken_in AND document = p.document)))
        ORDER BY p.id
        """,
        row ->
            problems.accept(
                "the set bead %d of \"%s\" has revisions that cannot be right"
                    .formatted(row.getLong(1), row.getString(2))));
    database.forEach(
        """
        SELECT d.name FROM pin p JOIN document d ON d.id = p.document
        WHERE p.taken_in IS NULL
        GROUP BY p.document, d.name HAVING count(DISTINCT p.rank) <> count(*)
        ORDER BY d.name
        """,
        row ->
            problems.accept("two set beads of \"" + row.getString(1) + "\" have the same place"));
  }

  /** Reconstructs every revision and compares it with the digest recorded when it was added. */
  void checkRevisions() throws SQLException {
    record Revision(long id, String name, String digest) {}
    List<Revision> revisions =
        database.list(
            """
            SELECT r.id, 'revision ' || r.number || ' of "' || d.name || '"', r.digest
            FROM revision r JOIN document d ON d.id = r.document
            ORDER BY d.name, r.number
            """,
            row -> new Revision(row.getLong(1), row.getString(2), row.getString(3)));
    UnitReader reader = new UnitReader(database);
    PinReader pins = new PinReader(database);
    for (Revision revision : revisions) {
      try {
        RevisionDigest digest = new RevisionDigest();
        for (Unit unit : reader.at(revision.id())) {
          digest.add(unit.id(), RevisionPlan.texts(unit), CodesColumn.write(unit.codes()));
          one.run();
        }
        pins.at(revision.id()).forEach(digest::add);
        if (!digest.hex().equals(revision.digest())) {
          problems.accept("the history does not give back the texts of " + revision.name());
        }
      } catch (InputException e) {
        problems.accept(revision.name() + ": " + e.getMessage());
      }
    }
  }
}
