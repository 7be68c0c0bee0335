package ballast.memory.sqlite;

import ballast.memory.store.Database;
import ballast.memory.store.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of a damaged table. Where a page cannot be read, the next id that can be read is
 * looked for: the rows of the other pages can still be reached from the root.
 */
final class RowSalvage {

  /** Each costs a few lookups in the table; what is left then is given up in one piece. */
  private static final int MAX_QUERIES = 200_000;

  /** Ids that are passed over at a time; few rows are alone on a page. */
  private static final int STEP = 16;

  /** In bytes; no row is shorter, so that the size of the file bounds the ids. */
  private static final int MIN_ROW = 4;

  /**
   * Row ids, both included.
   *
   * @param isOpen whether the last one is unknown, and {@code last} far above it
   */
  record Stretch(long first, long last, boolean isOpen) {

    /** Whether the table gave no row at all. */
    boolean isAll() {
      return isOpen && first == 1;
    }

    long size() {
      return last - first + 1;
    }

    @Override
    public String toString() {
      if (isOpen) {
        return "all rows from " + first + " on";
      }
      return first == last ? "row " + first : "rows " + first + " to " + last;
    }
  }

  /**
   * What cannot be read of a table.
   *
   * @param stretches of ids, ascending; ids without a row may be among them
   * @param strays rows without an id of their own
   * @param given how many rows were read, on the other hand
   */
  record Lost(List<Stretch> stretches, int strays, long given) {

    static final Lost NOTHING = new Lost(List.of(), 0, 0);

    Lost {
      stretches = List.copyOf(stretches);
    }

    /** Rows whose number is known, at most. */
    long counted() {
      return strays
          + stretches.stream().filter(one -> !one.isOpen()).mapToLong(Stretch::size).sum();
    }

    /** Whether it is not known how many more there are. */
    boolean isOpen() {
      return stretches.stream().anyMatch(Stretch::isOpen);
    }
  }

  private final Database database;
  private final String sql;
  private final Statements.RowAction action;
  private final List<Stretch> lost = new ArrayList<>();
  private int queries;
  private int strays;
  private long given;
  private long maxId;
  private boolean isOpen;
  private long last;

  /**
   * @param sql gives the rows of a table whose id, the first column, lies between its two
   *     parameters, by ascending id
   */
  private RowSalvage(Database database, String sql, Statements.RowAction action) {
    this.database = database;
    this.sql = sql;
    this.action = action;
  }

  /**
   * Gives every readable row to an action.
   *
   * @param columns of the table, or values, its integer primary key first
   * @param fileSize in bytes
   * @return what could not be given
   */
  static Lost read(
      Database database,
      String table,
      List<String> columns,
      long fileSize,
      Statements.RowAction action) {
    String id = columns.get(0);
    String sql =
        "SELECT %s FROM %s NOT INDEXED WHERE %s BETWEEN ? AND ? ORDER BY %s"
            .formatted(String.join(", ", columns), table, id, id);
    RowSalvage salvage = new RowSalvage(database, sql, action);
    salvage.bound(table, id, fileSize);
    salvage.read();
    return new Lost(salvage.lost, salvage.strays, salvage.given);
  }

  /**
   * How many rows the indexes of a table list, whatever the table itself gives; 0 if none of them
   * can be read.
   */
  static long listed(Database database, String table, List<String> indexes) {
    return indexes.stream().mapToLong(index -> listed(database, table, index)).max().orElse(0);
  }

  private static long listed(Database database, String table, String index) {
    try {
      return database.number("SELECT count(*) FROM %s INDEXED BY %s".formatted(table, index));
    } catch (SQLException e) {
      return 0;
    }
  }

  private void bound(String table, String id, long fileSize) {
    try {
      // The last row may have lost its id.
      maxId =
          database.number("SELECT max(max(%s), count(*)) FROM %s NOT INDEXED".formatted(id, table));
    } catch (SQLException e) {
      maxId = Math.max(1, fileSize / MIN_ROW);
      isOpen = true;
    }
  }

  private void read() {
    long from = 1;
    while (from <= maxId) {
      try {
        database.forEach(sql, this::take, from, maxId);
        return;
      } catch (SQLException e) {
        long next = Math.max(from, last + 1);
        from = isLocal(e) ? readableAfter(next) : maxId + 1;
        lose(next, from - 1);
      }
    }
  }

  /** The first id above {@code lost} that can be read, or has no row on a page that can be. */
  private long readableAfter(long lost) {
    long at = lost + 1;
    while (at <= maxId && !isReadable(at)) {
      at += STEP;
      if (queries > MAX_QUERIES) {
        return maxId + 1;
      }
    }
    long first = Math.min(at, maxId + 1);
    while (first > lost + 1 && isReadable(first - 1)) {
      first--;
    }
    return first;
  }

  private boolean isReadable(long id) {
    queries++;
    try {
      database.forEachKept(sql, RowSalvage::touch, id, id);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Long values lie on pages of their own, which are read only now. */
  private static void touch(ResultSet row) throws SQLException {
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      row.getObject(column);
    }
  }

  private void take(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    if (id > last) {
      action.accept(row);
      given++;
      last = id;
    } else {
      strays++;
    }
  }

  /** Whether other rows may be readable; a missing table is missing for all. */
  private static boolean isLocal(SQLException e) {
    return SqliteErrors.code(e) == SqliteErrors.CORRUPT
        || SqliteErrors.code(e) == SqliteErrors.IOERR;
  }

  private void lose(long from, long to) {
    boolean all = isOpen && to >= maxId;
    int end = lost.size() - 1;
    if (end >= 0 && lost.get(end).last() == from - 1) {
      lost.set(end, new Stretch(lost.get(end).first(), to, all));
    } else {
      lost.add(new Stretch(from, to, all));
    }
  }
}
