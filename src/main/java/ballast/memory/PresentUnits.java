package ballast.memory;

import ballast.bitext.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds what the memory has of a unit that is imported. */
final class PresentUnits {

  /** So many units with one source text make it worth asking by the target text instead. */
  private static final int MANY = 16;

  /**
   * A unit of the memory that concerns the one that comes.
   *
   * @param createdIn the row of the change that added it
   * @param changedAt seconds since 1970
   */
  record Present(StoredUnit unit, long createdIn, long changedAt) {}

  private static final String SELECT =
      """
      SELECT u.id, u.uid, u.source, u.target, u.codes, u.status, u.confidence, u.changed_in, 0, 0,
        u.created_in,
        CASE WHEN c.kind = 'imported' AND x.changed IS NOT NULL THEN x.changed
          ELSE CAST(strftime('%s', c.at) AS INTEGER) END AS changed_at
      FROM unit u
      CROSS JOIN change c ON c.id = u.changed_in
      LEFT JOIN unit_extras x ON x.unit = u.id
      WHERE u.source_lang = ?1 AND u.target_lang = ?2
        AND u.retired_in IS NULL AND u.deleted_in IS NULL
      """;

  private static final String BY_STATUS =
      """
      ORDER BY CASE u.status WHEN 1 THEN 0 WHEN 0 THEN 1 ELSE 2 END, u.id
      """;

  // The plus keeps SQLite from choosing the other index.
  private static final String SAME_BY_SOURCE =
      SELECT + "AND u.source_key = ?3 AND +u.target_key = ?4\n" + BY_STATUS;

  private static final String SAME_BY_TARGET =
      SELECT + "AND +u.source_key = ?3 AND u.target_key = ?4\n" + BY_STATUS;

  private static final String SAME_SOURCE =
      SELECT
          + """
          AND u.source_key = ?3 AND u.status <> 2
          ORDER BY u.status DESC, changed_at DESC, u.uid
          """;

  private final Database database;

  PresentUnits(Database database) {
    this.database = database;
  }

  /** The unit with the same texts; the approved one first, a rejected one last. */
  Optional<Present> identical(Unit unit, long sourceLang, long targetLang) throws SQLException {
    int source = TextKey.stored(unit.source());
    return database.firstOf(
        isFrequent(source) ? SAME_BY_TARGET : SAME_BY_SOURCE,
        PresentUnits::present,
        found ->
            sameKey(found.unit().texts().source(), unit.source())
                && sameKey(found.unit().texts().target(), unit.target()),
        sourceLang,
        targetLang,
        source,
        TextKey.stored(unit.target()));
  }

  private boolean isFrequent(int sourceKey) throws SQLException {
    return database
        .first(
            "SELECT 1 FROM unit WHERE source_key = ? LIMIT 1 OFFSET ?",
            row -> true,
            sourceKey,
            MANY)
        .orElse(false);
  }

  /** The unit with the same source text that is to be held against this one. */
  Optional<Present> translated(Unit unit, long sourceLang, long targetLang) throws SQLException {
    return database.firstOf(
        SAME_SOURCE,
        PresentUnits::present,
        found -> sameKey(found.unit().texts().source(), unit.source()),
        sourceLang,
        targetLang,
        TextKey.stored(unit.source()));
  }

  /** Whether a unit has that id. */
  boolean has(String uid) throws SQLException {
    return database
        .first("SELECT id FROM unit WHERE uid = ?", row -> row.getLong(1), UnitId.number(uid))
        .isPresent();
  }

  private static Present present(ResultSet row) throws SQLException {
    return new Present(RevisionWriter.stored(row), row.getLong(11), row.getLong(12));
  }

  private static boolean sameKey(String one, String other) {
    return one.equals(other) || TextKey.of(one).equals(TextKey.of(other));
  }
}
