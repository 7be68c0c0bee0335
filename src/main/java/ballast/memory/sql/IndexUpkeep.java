package ballast.memory.sql;

import ballast.memory.index.FuzzyIndex;
import ballast.memory.index.IndexKeeper;
import ballast.memory.index.UnitFeed;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** Keeps the index of a memory up to date with its units. */
final class IndexUpkeep {

  private final Database database;
  private final FuzzyIndex index;
  private final UnaryOperator<RuntimeException> diagnosis;

  IndexUpkeep(Database database, FuzzyIndex index, UnaryOperator<RuntimeException> diagnosis) {
    this.database = database;
    this.index = index;
    this.diagnosis = diagnosis;
  }

  /** The same for units that are read again. */
  void keepUp() {
    keepUp(new UnitFeed(database));
  }

  /**
   * Brings the index up to date. The command's own changes are already committed, so it does not
   * fail if the index cannot be written because the disk is full or another process is writing.
   * Searches then compare more units one by one and give the same results.
   *
   * @param feed the units written, which then need not be read again
   */
  void keepUp(UnitFeed feed) {
    index.written();
    try {
      new IndexKeeper(database).keepUp(feed);
    } catch (SQLException | IllegalArgumentException e) {
      // The next command that writes tries again; verifying reports what is wrong.
    } catch (RuntimeException e) {
      if (diagnosis.apply(e) == e) {
        throw e;
      }
    }
  }

  /**
   * Makes the index anew.
   *
   * @throws ballast.bitext.InputException if it cannot be written
   */
  void rebuild() {
    try {
      new IndexKeeper(database).rebuild();
      index.written();
    } catch (SQLException e) {
      throw diagnosis.apply(database.engine().failure(e, "write to"));
    } catch (RuntimeException e) {
      throw diagnosis.apply(e);
    }
  }
}
