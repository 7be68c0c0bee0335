package ballast.memory.store;

import ballast.bitext.Unit;
import ballast.memory.TextKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/** Finds the units of a memory that correspond to an imported unit. */
public final class PresentUnits {

  /** Minimum units with one source text for a lookup by target text to be faster. */
  private static final int MIN_BY_TARGET = 16;

  /**
   * A unit of the memory that corresponds to the imported one.
   *
   * @param createdIn the row of the change that added it
   * @param changedAt seconds since 1970; 0 for an identical unit, which does not need it
   */
  public record Present(StoredUnit unit, long createdIn, long changedAt) {}

  private static final String CURRENT =
      """
      WHERE u.source_lang = ? AND u.target_lang = ?
        AND u.retired_in IS NULL AND u.deleted_in IS NULL
      """;

  private static final String SELECT = "SELECT " + StoredUnit.COLUMNS + ", u.created_in, ";

  private static final String BY_STATUS =
      "ORDER BY CASE u.status WHEN 1 THEN 0 WHEN 0 THEN 1 ELSE 2 END, u.id";

  private static final String SAME_SOURCE =
      SELECT
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

  private static final Comparator<Present> APPROVED_FIRST =
      Comparator.<Present>comparingInt(present -> UnitReader.rank(present.unit().status()))
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
   * @param mayBeInHeap whether keys may be kept in the heap, which rules out {@link #translated}
   * @param units contains the rows of all units, including those added by the import
   */
  public PresentUnits(Database database, boolean mayBeInHeap, String units) throws SQLException {
    this.database = database;
    this.units = units;
    String identical = SELECT + "0 FROM " + units + " u\n" + CURRENT;
    // The plus keeps the engine from choosing the other index.
    this.sameBySource = identical + "AND u.source_key = ? AND +u.target_key = ?\n" + BY_STATUS;
    this.sameByTarget = identical + "AND +u.source_key = ? AND u.target_key = ?\n" + BY_STATUS;
    this.byId = identical + "AND u.id = ?";
    this.mayBeInHeap = mayBeInHeap;
    this.sameSource = SAME_SOURCE.formatted(database.engine().seconds("c.at"));
    this.presentCount = database.number("SELECT max(id) FROM unit");
  }

  /** Must be called after adding a unit. */
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

  /** Must be called before the end of the transaction. */
  public void close() throws SQLException {
    mayBeInHeap = false;
    if (inHeap != null) {
      inHeap.close();
      inHeap = null;
    }
  }

  /** Returns the unit with the same texts, preferring approved over draft over rejected. */
  public Optional<Present> identical(
      Unit unit, TextKey.Stored keys, long sourceLang, long targetLang) throws SQLException {
    if (inHeap != null) {
      return identical(unit, inHeap.withKeys(keys), sourceLang, targetLang);
    }
    return database.first(
        isFrequent(keys.source()) ? sameByTarget : sameBySource,
        row -> presentIfSame(row, unit),
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
          database.first(byId, found -> presentIfSame(found, unit), sourceLang, targetLang, row);
      if (same.isPresent()
          && (best.isEmpty() || APPROVED_FIRST.compare(same.get(), best.get()) < 0)) {
        best = same;
      }
    }
    return best;
  }

  private static @Nullable Present presentIfSame(ResultSet row, Unit unit) throws SQLException {
    Present found = present(row);
    return sameKey(found.unit().source(), unit.source())
            && sameKey(found.unit().target(), unit.target())
        ? found
        : null;
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

  /** Returns the unit with the same source text to compare with the imported one. */
  public Optional<Present> translated(
      Unit unit, TextKey.Stored keys, long sourceLang, long targetLang) throws SQLException {
    return database.first(
        sameSource,
        row -> {
          Present found = present(row);
          return sameKey(found.unit().source(), unit.source()) ? found : null;
        },
        sourceLang,
        targetLang,
        keys.source());
  }

  /** Whether a unit has the id with this stored form. */
  public boolean has(long uid) throws SQLException {
    if (inHeap != null) {
      return inHeap.has(uid);
    }
    return database
        .first("SELECT id FROM " + units + " WHERE uid = ?", row -> row.getLong(1), uid)
        .isPresent();
  }

  private static Present present(ResultSet row) throws SQLException {
    return new Present(
        StoredUnit.of(row), row.getLong(StoredUnit.WIDTH + 1), row.getLong(StoredUnit.WIDTH + 2));
  }

  private static boolean sameKey(String one, String other) {
    return one.equals(other) || TextKey.of(one).equals(TextKey.of(other));
  }

  /**
   * The keys of all units of a memory, kept in the heap during a large import.
   *
   * <p>Keys are random, so updating SQLite's indexes row by row costs more than the rows
   * themselves. On SQLite, {@link #of} therefore drops the indexes and {@link #close} rebuilds
   * them, sorted. Both happen in the same transaction, so other readers always see the indexes. On
   * a server, the keys save asking whether it has a unit.
   */
  private static final class UnitKeys {

    /** Divisor of the heap size that gives the maximum size of the keys. */
    private static final int HEAP_SHARE = 6;

    private final Database database;
    private final String uidOf;
    private final List<String> indexes;
    private final RowTable pairs = new RowTable();
    private final RowTable uids = new RowTable();

    private UnitKeys(Database database, String units, List<String> indexes) {
      this.database = database;
      this.uidOf = "SELECT uid FROM " + units + " WHERE id = ?";
      this.indexes = indexes;
    }

    /**
     * Whether to keep the keys in the heap from now on.
     *
     * @param present number of units before the import
     * @param added number of units added since; as many more may follow
     */
    static boolean isWorthIt(Database database, long present, long added) {
      return database.engine().isWorthHolding(present, added)
          && present + added < Integer.MAX_VALUE / 2;
    }

    /** Reads the keys of all units and drops the indexes. Runs inside a transaction. */
    static UnitKeys of(Database database, String units) throws SQLException {
      UnitKeys keys = new UnitKeys(database, units, database.engine().dropUnitIndexes(database));
      database.forEach(
          "SELECT id, uid, source_key, target_key FROM " + units,
          row ->
              keys.add(
                  row.getLong(1),
                  row.getLong(2),
                  new TextKey.Stored(row.getInt(3), row.getInt(4))));
      return keys;
    }

    void add(long id, long uid, TextKey.Stored keys) {
      pairs.add(pair(keys), Math.toIntExact(id));
      uids.add(uid, Math.toIntExact(id));
    }

    /** Returns rows that include all units with these keys. */
    List<Long> withKeys(TextKey.Stored keys) {
      PrimitiveIterator.OfInt found = pairs.find(pair(keys));
      if (!found.hasNext()) {
        return List.of();
      }
      List<Long> rows = new ArrayList<>();
      while (found.hasNext()) {
        rows.add((long) found.nextInt());
      }
      return rows;
    }

    boolean has(long uid) throws SQLException {
      PrimitiveIterator.OfInt found = uids.find(uid);
      while (found.hasNext()) {
        boolean same =
            database
                .first(uidOf, row -> row.getLong(1) == uid, (long) found.nextInt())
                .orElse(false);
        if (same) {
          return true;
        }
      }
      return false;
    }

    boolean isFull() {
      return 2 * (pairs.bytes() + uids.bytes()) > Runtime.getRuntime().maxMemory() / HEAP_SHARE;
    }

    void close() throws SQLException {
      database.engine().indexUnits(database, indexes);
    }

    private static long pair(TextKey.Stored keys) {
      return ((long) keys.source() << Integer.SIZE) | (keys.target() & 0xFFFFFFFFL);
    }
  }

  /**
   * Finds rows by key, in memory, at 12 to 24 bytes a row. It stores only 32 bits of a key, so it
   * sometimes finds rows of another key: for one key in 4,000 with a million rows.
   */
  static final class RowTable {

    private static final int MIN_CAPACITY = 1 << 10;

    /** Upper half: upper half of the mixed key; lower half: row. 0 marks a free place. */
    private long[] entries = new long[MIN_CAPACITY];

    private int size;

    /**
     * @param row from 1 on
     */
    void add(long key, int row) {
      if (size >= entries.length / 3 * 2) {
        grow();
      }
      put((mixed(key) >>> Integer.SIZE << Integer.SIZE) | row);
      size++;
    }

    /** Returns the candidate rows of a key, oldest first; valid until a row is added. */
    PrimitiveIterator.OfInt find(long key) {
      long wanted = mixed(key) >>> Integer.SIZE;
      return new PrimitiveIterator.OfInt() {
        private int place = seek(placeOf(wanted << Integer.SIZE));

        private int seek(int from) {
          int at = from;
          while (entries[at] != 0 && entries[at] >>> Integer.SIZE != wanted) {
            at = (at + 1) & (entries.length - 1);
          }
          return at;
        }

        @Override
        public boolean hasNext() {
          return entries[place] != 0;
        }

        @Override
        public int nextInt() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          int row = (int) entries[place];
          place = seek((place + 1) & (entries.length - 1));
          return row;
        }
      };
    }

    long bytes() {
      return (long) Long.BYTES * entries.length;
    }

    private void put(long entry) {
      int place = placeOf(entry);
      while (entries[place] != 0) {
        place = (place + 1) & (entries.length - 1);
      }
      entries[place] = entry;
    }

    /** Starts at the highest bits of the key, which every entry stores. */
    private int placeOf(long entry) {
      return (int) (entry >>> (Long.SIZE - Integer.numberOfTrailingZeros(entries.length)));
    }

    private void grow() {
      long[] old = entries;
      entries = new long[old.length * 2];
      // Starts at a gap, so that rows with the same key keep their order.
      int start = 0;
      while (old[start] != 0) {
        start++;
      }
      for (int i = 0; i < old.length; i++) {
        long entry = old[(start + i) & (old.length - 1)];
        if (entry != 0) {
          put(entry);
        }
      }
    }

    /** The finaliser of MurmurHash3, because keys may be unevenly distributed. */
    private static long mixed(long key) {
      long mixed = (key ^ (key >>> 33)) * 0xFF51AFD7ED558CCDL;
      mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
      return mixed ^ (mixed >>> 33);
    }
  }
}
