package ballast.memory.store;

import ballast.bitext.BlockType;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import ballast.memory.store.PinPlan.StoredPin;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the beads that users have pinned. */
public final class PinReader {

  private static final String COLUMNS =
      """
      id, rank, confirmed, type, author, at, source_occurrence, source_count, target_occurrence,
      target_count, source, target
      """;

  private final Database database;

  public PinReader(Database database) {
    this.database = database;
  }

  /** See {@link Memory#pins}. */
  public List<PinnedBead> inForce(String document) throws SQLException {
    Optional<DocumentRow> row = DocumentRow.find(database, document);
    return row.isEmpty()
        ? List.of()
        : inForce(row.get().id()).stream().map(StoredPin::bead).toList();
  }

  /** Pins of a document in force now, in document order. */
  List<StoredPin> inForce(long document) throws SQLException {
    return database.list(
        "SELECT " + COLUMNS + "FROM pin WHERE document = ? AND taken_in IS NULL ORDER BY rank",
        PinReader::stored,
        document);
  }

  List<PinnedBead> ever(long document) throws SQLException {
    return database.list(
        "SELECT " + COLUMNS + "FROM pin WHERE document = ?", row -> stored(row).bead(), document);
  }

  /** Pins in force right after a revision, in document order. */
  public List<PinnedBead> at(long revision) throws SQLException {
    return database.list(
        "SELECT "
            + COLUMNS
            + """
            FROM pin
            WHERE document = (SELECT document FROM revision WHERE id = ?)
              AND set_in <= ? AND (taken_in IS NULL OR taken_in > ?)
            ORDER BY rank
            """,
        row -> stored(row).bead(),
        revision,
        revision,
        revision);
  }

  private static StoredPin stored(ResultSet row) throws SQLException {
    String type = row.getString(4);
    return new StoredPin(
        row.getLong(1),
        row.getLong(2),
        new PinnedBead(
            new PinnedText(row.getString(11), row.getInt(7), row.getInt(8)),
            new PinnedText(row.getString(12), row.getInt(9), row.getInt(10)),
            row.getBoolean(3),
            type == null ? null : BlockType.valueOf(type),
            row.getString(5),
            StoredTime.parse(row.getString(6))));
  }
}
