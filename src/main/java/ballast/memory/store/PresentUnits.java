package ballast.memory.store;

import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.TextKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the units of a memory that correspond to an imported one. */
public final class PresentUnits {

  /** From this many units with one source text on, a lookup by the target text is quicker. */
  private static final int MIN_BY_TARGET = 16;

  /**
   * A unit of the memory that corresponds to the imported one.
   *
   * @param createdIn the row of the change that added it
   * @param changedAt seconds since 1970; 0 for an identical unit, where it is not needed
   */
  public record Present(StoredUnit unit, long createdIn, long changedAt) {}

  private static final String COLUMNS =
      """
      SELECT u.id, u.uid, u.source, u.target, u.codes, u.status, u.confidence, u.changed_in, 0, 0,
        u.created_in,
      """;

  private static final String CURRENT =
      """
      WHERE u.source_lang = ? AND u.target_lang = ?
        AND u.retired_in IS NULL AND u.deleted_in IS NULL
      """;

  private static final String IDENTICAL = COLUMNS + "0 FROM UNITS u\n" + CURRENT;

  private static final String BY_STATUS =
      """
      ORDER BY CASE u.status WHEN 1 THEN 0 WHEN 0 THEN 1 ELSE 2 END, u.id
      """;

  // The plus keeps the engine from choosing the other index.
  private static final String SAME_BY_SOURCE =
      IDENTICAL + "AND u.source_key = ? AND +u.target_key = ?\n" + BY_STATUS;

  private static final String SAME_BY_TARGET =
      IDENTICAL + "AND +u.source_key = ? AND u.target_key = ?\n" + BY_STATUS;

  private static final String SAME_SOURCE =
      COLUMNS
          + """
            CASE WHEN c.kind = 'imported' AND x.changed IS NOT NULL THEN x.changed
              ELSE %s END AS changed_at
          FROM unit u
          CROSS JOIN change c
          LEFT JOIN unit_extras x ON x.unit = u.id
          """
          + CURRENT
          + """
          AND c.id = u.changed_in AND u.source_key = ? AND u.status <> 2
          ORDER BY u.status DESC, changed_at DESC, u.uid
          """;

  private static final String BY_ID = IDENTICAL + "AND u.id = ?";

  private static final Comparator<Present> APPROVED_FIRST =
      Comparator.<Present>comparingInt(present -> rank(present.unit().state().status()))
          .thenComparing(present -> present.unit().id());

  private final Database database;
  private final String units;
  private final String sameBySource;
  private final String sameByTarget;
  private final String byId;
  private final String sameSource;
  private final long presentCount;
  private long added;
  private @Nullable UnitKeys inHeap;
  private boolean mayBeInHeap;

  /**
   * @param mayBeInHeap whether the keys may be held in the heap, which rules out {@link
   *     #translated}
   */
  public PresentUnits(Database database, boolean mayBeInHeap) throws SQLException {
    this(database, mayBeInHeap, "unit");
  }

  /**
   * @param units has the rows of all units, and of those that the import has added
   */
  public PresentUnits(Database database, boolean mayBeInHeap, String units) throws SQLException {
    this.database = database;
    this.units = units;
    this.sameBySource = SAME_BY_SOURCE.replace("UNITS", units);
    this.sameByTarget = SAME_BY_TARGET.replace("UNITS", units);
    this.byId = BY_ID.replace("UNITS", units);
    this.mayBeInHeap = mayBeInHeap;
    this.sameSource = SAME_SOURCE.formatted(database.engine().seconds("c.at"));
    this.presentCount = database.number("SELECT max(id) FROM unit");
  }

  /** Takes note of a unit that has been added. */
  public void added(long id, long uid, TextKey.Stored keys) throws SQLException {
    added++;
    if (inHeap != null) {
      inHeap.add(id, uid, keys);
      if (inHeap.isFull()) {
        close();
      }
    } else if (mayBeInHeap && UnitKeys.isWorthIt(database, presentCount, added)) {
      inHeap = UnitKeys.of(database, units);
    }
  }

  /** To be called before the end of the transaction. */
  public void close() throws SQLException {
    mayBeInHeap = false;
    if (inHeap != null) {
      inHeap.close();
      inHeap = null;
    }
  }

  /** The unit with the same texts; the approved one first, a rejected one last. */
  public Optional<Present> identical(
      Unit unit, TextKey.Stored keys, long sourceLang, long targetLang) throws SQLException {
    if (inHeap != null) {
      return identical(unit, inHeap.withKeys(keys), sourceLang, targetLang);
    }
    return database.firstOf(
        isFrequent(keys.source()) ? sameByTarget : sameBySource,
        PresentUnits::present,
        found -> isSame(found, unit),
        sourceLang,
        targetLang,
        keys.source(),
        keys.target());
  }

  private Optional<Present> identical(Unit unit, List<Long> rows, long sourceLang, long targetLang)
      throws SQLException {
    Optional<Present> best = Optional.empty();
    for (long row : rows) {
      Optional<Present> same =
          database.firstOf(
              byId,
              PresentUnits::present,
              found -> isSame(found, unit),
              sourceLang,
              targetLang,
              row);
      if (same.isPresent()
          && (best.isEmpty() || APPROVED_FIRST.compare(same.get(), best.get()) < 0)) {
        best = same;
      }
    }
    return best;
  }

  private static boolean isSame(Present found, Unit unit) {
    return sameKey(found.unit().state().texts().source(), unit.source())
        && sameKey(found.unit().state().texts().target(), unit.target());
  }

  private static int rank(Status status) {
    return switch (status) {
      case APPROVED -> 0;
      case DRAFT -> 1;
      case REJECTED -> 2;
    };
  }

  private boolean isFrequent(int sourceKey) throws SQLException {
    return database
        .first(
            "SELECT 1 FROM " + units + " WHERE source_key = ? LIMIT 1 OFFSET ?",
            row -> true,
            sourceKey,
            MIN_BY_TARGET)
        .orElse(false);
  }

  /** The unit with the same source text to compare the imported one with. */
  public Optional<Present> translated(
      Unit unit, TextKey.Stored keys, long sourceLang, long targetLang) throws SQLException {
    return database.firstOf(
        sameSource,
        PresentUnits::present,
        found -> sameKey(found.unit().state().texts().source(), unit.source()),
        sourceLang,
        targetLang,
        keys.source());
  }

  /** Whether a unit has the id for which that number is stored. */
  public boolean has(long uid) throws SQLException {
    if (inHeap != null) {
      return inHeap.has(uid);
    }
    return database
        .first("SELECT id FROM " + units + " WHERE uid = ?", row -> row.getLong(1), uid)
        .isPresent();
  }

  private static Present present(ResultSet row) throws SQLException {
    return new Present(RevisionWriter.stored(row), row.getLong(11), row.getLong(12));
  }

  private static boolean sameKey(String one, String other) {
    return one.equals(other) || TextKey.of(one).equals(TextKey.of(other));
  }
}
