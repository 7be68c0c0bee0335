package ballast.memory.care;

import ballast.memory.CommandInfo;
import ballast.memory.Compaction;
import ballast.memory.Origin;
import ballast.memory.store.ChangeWriter;
import ballast.memory.store.Database;
import ballast.memory.store.DocumentReader;
import ballast.memory.store.RecordedBeads;
import ballast.memory.store.RevisionSeal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Removes for good what is kept only for the history: deleted and retired units, revisions before
 * the latest, and replaced texts. An export afterwards is the same, byte for byte.
 */
final class Compactor {

  private static final String LATEST = "(SELECT max(id) FROM revision GROUP BY document)";

  /** Documents of which only an alignment that was taken back is left. */
  private static final String TAKEN_BACK =
      "(SELECT id FROM document WHERE id NOT IN (SELECT id FROM ("
          + DocumentReader.PRESENT
          + ") AS present))";

  private static final String GONE = "deleted_in IS NOT NULL OR retired_in IS NOT NULL";

  private final Database database;

  Compactor(Database database) {
    this.database = database;
  }

  /** What would be removed. */
  Compaction look() throws SQLException {
    long bytes = database.engine().bytes(database);
    return new Compaction(
        new DocumentReader(database).hidden(),
        database.number("SELECT count(*) FROM revision WHERE id NOT IN " + LATEST),
        database.number("SELECT count(*) FROM unit_history"),
        database.number("SELECT count(*) FROM " + TAKEN_BACK + " AS gone"),
        bytes,
        bytes);
  }

  /**
   * Does the removal. Runs inside a transaction, with foreign keys off, because each delete would
   * check them.
   */
  void remove(Instant at, Origin origin) throws SQLException {
    long change = new ChangeWriter(database).add(CommandInfo.COMPACTED, at, origin);
    removePins();
    new RecordedBeads(database).keepLatestOnly();
    database.update("DELETE FROM placement WHERE revision NOT IN " + LATEST);
    database.update("DELETE FROM revision WHERE id NOT IN " + LATEST);
    database.update("DELETE FROM unit_history");
    database.update("DELETE FROM unit_extras_history");
    closeGaps();
    database.update(
        "DELETE FROM unit_extras WHERE unit IN (SELECT id FROM unit WHERE " + GONE + ")");
    database.update("DELETE FROM unit WHERE " + GONE);
    List<Long> emptyDocuments =
        database.list("SELECT id FROM " + TAKEN_BACK + " AS gone", row -> row.getLong(1));
    for (long document : emptyDocuments) {
      database.update(
          "DELETE FROM recorded_beads WHERE revision IN (SELECT id FROM revision WHERE document ="
              + " ?)",
          document);
      database.update("DELETE FROM revision WHERE document = ?", document);
      database.update("DELETE FROM document WHERE id = ?", document);
    }
    RevisionSeal seal = new RevisionSeal(database);
    for (long revision : database.list("SELECT id FROM revision", row -> row.getLong(1))) {
      seal.seal(revision);
    }
    removeChanges(change);
    requireSound();
  }

  /** Removes set beads that were taken away; the others came with the latest revision then. */
  private void removePins() throws SQLException {
    database.update("DELETE FROM pin WHERE taken_in IS NOT NULL");
    database.update(
        """
        UPDATE pin SET continues = NULL,
          set_in = (SELECT max(id) FROM revision WHERE document = pin.document)
        """);
  }

  /** Removes the deleted units from their documents and renumbers the places 1, 2, 3 ... */
  private void closeGaps() throws SQLException {
    List<Long> revisions =
        database.list(
            """
            SELECT DISTINCT p.revision FROM unit u JOIN placement p ON p.unit = u.id
            WHERE u.deleted_in IS NOT NULL
            """,
            row -> row.getLong(1));
    for (long revision : revisions) {
      record Place(long unit, int bead) {}
      List<Place> places =
          database.list(
              """
              SELECT p.unit, p.bead FROM placement p JOIN unit u ON u.id = p.unit
              WHERE p.revision = ? AND u.deleted_in IS NULL
              ORDER BY p.position
              """,
              row -> new Place(row.getLong(1), row.getInt(2)),
              revision);
      database.update("DELETE FROM placement WHERE revision = ?", revision);
      for (int i = 0; i < places.size(); i++) {
        database.update(
            """
            INSERT INTO placement (revision, position, unit, bead) VALUES (?, ?, ?, ?)
            """,
            revision,
            i + 1,
            places.get(i).unit(),
            places.get(i).bead());
      }
    }
  }

  /** Changes of which no result is left. */
  private void removeChanges(long change) throws SQLException {
    database.update(
        """
        DELETE FROM change WHERE id <> ? AND id IN (
          SELECT id FROM change
          EXCEPT SELECT created_in FROM unit
          EXCEPT SELECT changed_in FROM unit
          EXCEPT SELECT change FROM revision
          EXCEPT SELECT changed_in FROM document)
        """,
        change);
    database.update(
        "UPDATE change SET command = NULL WHERE command NOT IN (SELECT id FROM change)");
    database.update("UPDATE change SET undoes = NULL WHERE undoes NOT IN (SELECT id FROM change)");
  }

  private void requireSound() throws SQLException {
    Optional<String> broken = database.engine().brokenTable(database);
    if (broken.isPresent()) {
      throw new IllegalStateException("rows of " + broken.get() + " would lose what they name");
    }
  }
}
