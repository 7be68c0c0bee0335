package ballast.format.sqlite;

import ballast.bitext.InputException;
import java.sql.SQLException;

/** The error for a SQLite file that cannot be read. */
final class DamagedDatabase {

  private DamagedDatabase() {}

  /**
   * The error.
   *
   * @param file what the user calls it
   */
  static InputException of(String file, SQLException e) {
    return new InputException(
        "cannot read \"" + file + "\": a damaged database, or none (" + e.getMessage() + ")",
        "open it in its own program and export it again",
        e);
  }
}
