package ballast.format.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows of a table, one after the other. Columns are counted from 0. Not thread-safe. */
public final class SqliteRows implements AutoCloseable {

  private final Statement statement;
  private final ResultSet rows;
  private final String file;

  SqliteRows(Statement statement, ResultSet rows, String file) {
    this.statement = statement;
    this.rows = rows;
    this.file = file;
  }

  /**
   * Advances to the next row.
   *
   * @return false after the last
   * @throws ballast.bitext.InputException if the file is damaged there
   */
  public boolean next() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw DamagedDatabase.of(file, e);
    }
  }

  /** A value as text; empty when there is none, or it was too long. */
  public String text(int column) {
    try {
      String text = rows.getString(column + 1);
      return text == null ? "" : text;
    } catch (SQLException e) {
      throw DamagedDatabase.of(file, e);
    }
  }

  /** A value as a whole number; 0 when it is none. */
  public long number(int column) {
    try {
      return rows.getLong(column + 1);
    } catch (SQLException e) {
      throw DamagedDatabase.of(file, e);
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
      statement.close();
    } catch (SQLException e) {
      throw DamagedDatabase.of(file, e);
    }
  }
}
