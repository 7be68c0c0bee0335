package ballast.memory.store;

import ballast.bitext.Bead;
import java.sql.SQLException;
import java.util.List;

/** The beads of the latest revisions of each document. */
public final class RecordedBeads {

  /** Of how many revisions of a document the beads are kept. */
  private static final int KEPT = 20;

  private final Database database;

  public RecordedBeads(Database database) {
    this.database = database;
  }

  /** The beads of the latest revision of a document; empty when unknown. */
  public List<Bead> of(String document) throws SQLException {
    List<byte[]> found =
        database.list(
            """
            SELECT beads FROM recorded_beads WHERE revision =
              (SELECT max(r.id) FROM revision r JOIN document d ON d.id = r.document WHERE d.name = ?)
            """,
            row -> row.getBytes(1),
            document);
    return found.isEmpty() ? List.of() : BeadsColumn.read(found.get(0)).orElse(List.of());
  }

  /**
   * Keeps the beads of the latest revision, and those of a few before it; nothing is written if
   * they are there already. Runs inside a transaction.
   *
   * @param beads empty when unknown
   */
  void keep(long document, long revision, List<Bead> beads) throws SQLException {
    if (beads.isEmpty()) {
      return;
    }
    database.update(
        """
        INSERT INTO recorded_beads (revision, beads) VALUES (?, ?)
        ON CONFLICT (revision) DO UPDATE SET beads = excluded.beads
        WHERE recorded_beads.beads <> excluded.beads
        """,
        revision,
        BeadsColumn.write(beads));
    forget(document, KEPT);
  }

  /** A revision gets the beads of an earlier one, if they are kept. */
  public void giveBack(long document, long earlier, long revision) throws SQLException {
    database.update(
        "INSERT INTO recorded_beads SELECT ?, beads FROM recorded_beads WHERE revision = ?",
        revision,
        earlier);
    forget(document, KEPT);
  }

  /** Removes the beads of all revisions of a document but the last ones. */
  private void forget(long document, int kept) throws SQLException {
    database.update(
        """
        DELETE FROM recorded_beads WHERE revision IN
          (SELECT id FROM revision WHERE document = ? AND id <=
            (SELECT id FROM revision WHERE document = ? ORDER BY id DESC LIMIT 1 OFFSET ?))
        """,
        document,
        document,
        kept);
  }

  /** Removes the beads of all revisions but the last one of each document. */
  public void keepLatestOnly() throws SQLException {
    database.update(
        """
        DELETE FROM recorded_beads
        WHERE revision NOT IN (SELECT max(id) FROM revision GROUP BY document)
        """);
  }
}
