package ballast.memory.store;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Provenance;
import ballast.memory.store.Database.Engine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link Unit}s from rows. A query selects {@link #COLUMNS} from {@link #TABLES}, then the
 * bead.
 */
public final class UnitRows {

  /**
   * Columns for the times of creation and last change, from {@link #TIMES_TABLES}: see {@link
   * #changed}.
   */
  public static final String TIMES =
      """
      COALESCE(CAST(x.created AS TEXT), made.at),
      CASE changed.kind WHEN 'imported' THEN COALESCE(CAST(x.changed AS TEXT), changed.at)
        ELSE changed.at END
      """;

  /** Begins with {@code unit u}. */
  public static final String TIMES_TABLES =
      """
      unit u
      LEFT JOIN unit_extras x ON x.unit = u.id
      JOIN change made ON made.id = u.created_in
      JOIN change changed ON changed.id = u.changed_in
      """;

  /**
   * Columns for the origin of a unit; data from an imported file take precedence over those of the
   * import.
   */
  static final String ORIGIN =
      "COALESCE(d.name, x.document),"
          + TIMES
          + """
          , CASE changed.kind WHEN 'imported' THEN COALESCE(x.author, '') ELSE changed.author END,
          x.extras, confirmed.author, confirmed.at
          """;

  public static final String COLUMNS =
      """
      u.uid, sl.tag, tl.tag, u.source, u.target, u.codes, u.status, u.confidence,
      """
          + ORIGIN;

  /** Begins with {@code unit u}; a query only adds conditions on it. */
  public static final String TABLES =
      """
      unit u
      LEFT JOIN document d ON d.id = u.document
      LEFT JOIN unit_extras x ON x.unit = u.id
      JOIN language sl ON sl.id = u.source_lang
      JOIN language tl ON tl.id = u.target_lang
      JOIN change made ON made.id = u.created_in
      JOIN change changed ON changed.id = u.changed_in
      LEFT JOIN change confirmed ON confirmed.id = u.confirmed_in
      """;

  /** By their numbers in the column. */
  private static final List<Unit.Status> STATUSES =
      List.of(Unit.Status.DRAFT, Unit.Status.APPROVED, Unit.Status.REJECTED);

  private static final int HUNDRED = 100;

  private final Engine engine;
  private final Map<String, Lang> langs = new HashMap<>();
  private String lastTime = "";
  private Instant lastInstant = Instant.EPOCH;

  /**
   * @param engine makes the errors for unreadable values
   */
  public UnitRows(Engine engine) {
    this.engine = engine;
  }

  /** Reads the unit of the current row: {@link #COLUMNS}, then the bead. */
  public Unit read(ResultSet row) throws SQLException {
    return read(row, row.getInt(16));
  }

  /** Like {@link #read(ResultSet)}, without the column for the bead. */
  Unit read(ResultSet row, int bead) throws SQLException {
    String uid = UnitId.text(row.getLong(1));
    try {
      Instant created = instant(row.getString(10));
      Extras extras = ExtrasColumn.read(text(row.getString(13)));
      return new Unit(
          uid,
          lang(row.getString(2)),
          lang(row.getString(3)),
          row.getString(4),
          row.getString(5),
          new Provenance(
              text(row.getString(9)),
              bead,
              row.getString(12),
              created,
              changed(row.getString(10), row.getString(11)),
              pairing(row.getInt(8) / (double) HUNDRED, row, extras),
              status(row.getInt(7))),
          codes(row.getString(6)),
          extras);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw engine.damaged("unit " + uid + ": " + e.getMessage(), e);
    }
  }

  /** What a user of this memory confirmed comes before what an imported file says. */
  private Pairing pairing(double confidence, ResultSet row, Extras extras) throws SQLException {
    String confirmed = row.getString(15);
    return confirmed == null
        ? Pairing.of(confidence, extras)
        : new Pairing(confidence, row.getString(14), instant(confirmed));
  }

  /**
   * Returns the time of a unit's last change.
   *
   * @param created the first column of {@link #TIMES}
   * @param changed the second column
   */
  public Instant changed(String created, String changed) {
    Instant made = instant(created);
    Instant last = instant(changed);
    // A clock that was set back must not make the memory unreadable.
    return last.isBefore(made) ? made : last;
  }

  private Lang lang(String tag) {
    return langs.computeIfAbsent(tag, Lang::new);
  }

  /** Caches the last time, because neighbouring units mostly come from the same change. */
  private Instant instant(String time) {
    if (!time.equals(lastTime)) {
      lastInstant =
          time.indexOf('T') < 0
              ? Instant.ofEpochSecond(Long.parseLong(time))
              : StoredTime.parse(time);
      lastTime = time;
    }
    return lastInstant;
  }

  public static List<InlineCode> codes(@Nullable String column) {
    return CodesColumn.read(text(column));
  }

  public static String text(@Nullable String column) {
    return column == null ? "" : column;
  }

  /**
   * @throws IllegalArgumentException if no status has this number
   */
  public static Unit.Status status(int number) {
    if (number < 0 || number >= STATUSES.size()) {
      throw new IllegalArgumentException("unknown status " + number);
    }
    return STATUSES.get(number);
  }

  static int number(Unit.Status status) {
    return STATUSES.indexOf(status);
  }
}
