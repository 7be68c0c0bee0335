package ballast.memory.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates the digest of a revision and the languages of its document to its units and beads. For
 * revisions that no aligner made. Runs inside a transaction.
 */
public final class RevisionSeal {

  private final Database database;

  public RevisionSeal(Database database) {
    this.database = database;
  }

  /** Seals the latest revision of a document. */
  public void seal(long revision) throws SQLException {
    List<StateReader.Row> first = new ArrayList<>();
    RevisionDigest digest = new RevisionDigest();
    database.forEach(
        """
        SELECT %s FROM placement p CROSS JOIN unit u
        WHERE p.revision = ? AND u.id = p.unit
        ORDER BY p.position
        """
            .formatted(StateReader.COLUMNS),
        row -> {
          StateReader.Row unit = StateReader.row(row);
          digest.add(unit.uid(), unit.state().texts(), unit.state().codes());
          if (first.isEmpty()) {
            first.add(unit);
          }
        },
        revision);
    new PinReader(database).at(revision).forEach(digest::add);
    database.update("UPDATE revision SET digest = ? WHERE id = ?", digest.hex(), revision);
    for (StateReader.Row unit : first) {
      database.update(
          """
          UPDATE document
          SET (source_lang, target_lang) = (SELECT source_lang, target_lang FROM unit WHERE id = ?)
          WHERE id = ?
          """,
          unit.id(),
          unit.document());
    }
  }
}
