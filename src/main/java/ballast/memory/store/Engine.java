package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.memory.TeamRight;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The differences between the database engines of a memory. All other SQL runs on every engine.
 * Each open connection has its own instance.
 *
 * <p>Methods with a parameter {@link Statements} expect those of their own connection.
 */
public interface Engine {

  /** The connection, for {@link Database} and the engine itself. */
  Connection connection();

  /** The place of the memory for messages, without secrets. */
  String place();

  /**
   * The authenticated user, who becomes the author of every change regardless of any given name.
   * Empty if the engine knows no users.
   */
  default Optional<String> user() {
    return Optional.empty();
  }

  /**
   * Checks a right of the user where nothing is written that the engine could reject, as in a dry
   * run.
   *
   * @param undone the id of a change to undo; 0 for none
   * @throws InputException the same as the engine would throw
   */
  default void require(Statements database, TeamRight right, long undone) throws SQLException {}

  /**
   * Begins a transaction.
   *
   * @param writes whether it may write; other writers are then excluded from its beginning
   */
  void begin(Statements database, boolean writes) throws SQLException;

  void commit(Statements database) throws SQLException;

  /** Rolls the transaction back; does not fail. */
  void rollBack(Statements database);

  /** Runs {@code work} without foreign key checks; not inside a transaction. */
  <T> T unchecked(Statements database, Statements.Work<T> work) throws SQLException;

  /**
   * Returns a table with references to missing rows, inside {@link #unchecked}; empty if there is
   * none.
   */
  Optional<String> brokenTable(Statements database) throws SQLException;

  /**
   * A number that changes after each write by another connection.
   *
   * @throws ballast.memory.LostMemoryException as in {@link #requireSame}
   */
  long changes(Statements database) throws SQLException;

  /**
   * Whether each statement is a round trip to another process or machine, so that fewer statements
   * matter more than smaller ones.
   */
  boolean isDistant();

  /**
   * SQL for one row that identifies a state of the memory. Its columns are a number that every
   * writing transaction changes, a text that changes with the index and the texts not in it, and
   * the number for {@link #requireSame}. Distant engines only.
   */
  String state();

  /**
   * Checks that this connection still sees the memory that it opened, not another one created in
   * its place. Everything that this process has cached would be wrong for that one. Distant engines
   * only.
   *
   * @param identity unique among all memories that a server has or had
   * @throws ballast.memory.LostMemoryException if it is another memory
   */
  void requireSame(long identity);

  /** The local folder for copies of the index; empty if there are none. */
  Optional<Path> partFolder();

  /**
   * Runs {@code work} outside of a transaction while no other connection runs work of this method.
   * Distant engines only.
   */
  <T> T alone(Statements database, Statements.Work<T> work) throws SQLException;

  /**
   * Like {@link #alone}, but does nothing while another connection runs such work.
   *
   * @return the result; empty if nothing was done
   */
  <T> Optional<T> aloneOrNot(Statements database, Statements.Work<T> work) throws SQLException;

  /** Frees unused space, outside of a transaction. Excludes other writers. */
  void vacuum(Statements database) throws SQLException;

  long bytes(Statements database) throws SQLException;

  /**
   * Drops indexes of the units if that makes adding many units faster; inside a transaction.
   *
   * @return the statements for {@link #indexUnits}
   */
  List<String> dropUnitIndexes(Statements database) throws SQLException;

  /** Recreates the indexes dropped by {@link #dropUnitIndexes}. */
  void indexUnits(Statements database, List<String> statements) throws SQLException;

  /** Rows sent at a time; 1 if sending a row costs almost nothing. */
  int rowsAtATime();

  /** See {@link Statements.RowSender}; only if rows are sent several at a time. */
  void sendRows(String sql, List<@Nullable Object[]> rows) throws SQLException;

  /**
   * Whether an import should now keep the keys of all units in the heap.
   *
   * @param present number of units before the import
   * @param added number of units added since; as many more may follow
   */
  boolean isWorthHolding(long present, long added);

  /** Must be called after inserting rows with explicit ids into a table that generates them. */
  void idsGiven(Statements database) throws SQLException;

  /** SQL for the seconds since 1970 of a column that contains a time as text. */
  String seconds(String column);

  /** SQL for a match of a column with a parameter's pattern, ignoring the case of Latin letters. */
  String isLike(String column);

  /**
   * SQL for a table with one column, {@code value}: the integers of a parameter with a JSON array.
   */
  String numbers();

  String bytesType();

  /**
   * Converts {@code e}: to an {@link InputException} if the place, its disk or another process is
   * the cause, and to an {@link IllegalStateException} if Ballast is.
   *
   * @param doing the failed action, for example {@code read} or {@code write to}
   */
  RuntimeException failure(SQLException e, String doing);

  /** The error, with a remedy, for a memory with contents that no version of Ballast writes. */
  InputException damaged(String detail, Throwable cause);
}
