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
 * What differs between the database engines that can keep a memory: everything else is written in
 * SQL that all of them understand. Each open connection has one of its own.
 *
 * <p>A method that takes {@link Statements} gets those over its own connection.
 */
public interface Engine {

  /** The connection; for {@link Database} and the engine itself. */
  Connection connection();

  /** The place of the memory, as messages name it; without secrets. */
  String place();

  /**
   * Whom the engine has admitted: the author of every change, whatever name is given. Empty if the
   * engine knows no users.
   */
  default Optional<String> user() {
    return Optional.empty();
  }

  /**
   * Makes sure that the user has a right, where nothing is written that the engine would refuse.
   *
   * @param undone the row of a change that is to be taken back; 0 if none is
   * @throws InputException as the engine refuses it
   */
  default void require(Statements database, TeamRight right, long undone) throws SQLException {}

  /**
   * Begins a transaction.
   *
   * @param writes whether it may write: other writers are then kept out from its beginning
   */
  void begin(Statements database, boolean writes) throws SQLException;

  /** Ends the transaction and keeps what it has written. */
  void commit(Statements database) throws SQLException;

  /** Ends the transaction and takes back what it has written; does not fail. */
  void rollBack(Statements database);

  /** Runs {@code work} without checking references between rows; not inside a transaction. */
  <T> T unchecked(Statements database, Statements.Work<T> work) throws SQLException;

  /** A table of which rows refer to missing rows, inside {@link #unchecked}; empty if none does. */
  Optional<String> brokenTable(Statements database) throws SQLException;

  /**
   * A number that changes whenever another connection has written.
   *
   * @throws ballast.memory.LostMemoryException as {@link #requireSame} does
   */
  long changes(Statements database) throws SQLException;

  /**
   * Whether each statement is a journey to another process or machine, so that few statements
   * matter more than small ones.
   */
  boolean isDistant();

  /**
   * SQL for one row that tells whether something has been written: a number that every writing
   * transaction changes, a text that changes with the index and with the texts that it does not
   * cover, and a number for {@link #requireSame}. For engines that are distant.
   */
  String state();

  /**
   * Makes sure that a memory is the one that this connection has opened, not another that has been
   * made in its place: of that, nothing is true that this process has kept. For engines that are
   * distant.
   *
   * @param identity no two memories of one server, not even one after the other, have the same
   * @throws ballast.memory.LostMemoryException if it is another one
   */
  void requireSame(long identity);

  /** The folder on this machine that holds copies of the index; empty if none are kept. */
  Optional<Path> partFolder();

  /**
   * Runs {@code work}, outside of a transaction, while no other connection runs work of this
   * method. For engines that are distant.
   */
  <T> T alone(Statements database, Statements.Work<T> work) throws SQLException;

  /**
   * As {@link #alone}, but does nothing if another connection runs such work now.
   *
   * @return the result; empty if nothing was done
   */
  <T> Optional<T> aloneOrNot(Statements database, Statements.Work<T> work) throws SQLException;

  /** Gives unused space back, outside of a transaction. Other writers are kept out meanwhile. */
  void vacuum(Statements database) throws SQLException;

  /** The size of the memory on disk in bytes. */
  long bytes(Statements database) throws SQLException;

  /**
   * Drops indexes of the units if adding many units is quicker without them; inside a transaction.
   *
   * @return the statements for {@link #indexUnits}
   */
  List<String> dropUnitIndexes(Statements database) throws SQLException;

  /** Makes the indexes again that {@link #dropUnitIndexes} has dropped. */
  void indexUnits(Statements database, List<String> statements) throws SQLException;

  /** How many rows are sent at a time; 1 if sending a row costs next to nothing. */
  int rowsAtATime();

  /** See {@link Statements.RowSender}; only where more than one row is sent at a time. */
  void sendRows(String sql, List<@Nullable Object[]> rows) throws SQLException;

  /**
   * Whether an import had better hold the keys of all units in the heap now.
   *
   * @param present number of units before the import
   * @param added number of units added since; as many more may follow
   */
  boolean isWorthHolding(long present, long added);

  /** To be called when rows have got ids in a table that otherwise gives them. */
  void idsGiven(Statements database) throws SQLException;

  /** SQL for the seconds since 1970 of a column that holds a time as a text. */
  String seconds(String column);

  /**
   * SQL for a column that contains a parameter's pattern, whether its Latin letters are capital.
   */
  String isLike(String column);

  /**
   * SQL for a table with one column, {@code value}: the whole numbers of a parameter, which is an
   * array in JSON.
   */
  String numbers();

  /** The type of a column of bytes. */
  String bytesType();

  /**
   * The exception to throw for {@code e}: an {@link InputException} if the place, its disk or
   * another process is the cause, an {@link IllegalStateException} if Ballast itself is.
   *
   * @param doing what was being done, for example {@code read} or {@code write to}
   */
  RuntimeException failure(SQLException e, String doing);

  /** The error for a memory that holds what no Ballast has written, with what can be done. */
  InputException damaged(String detail, Throwable cause);
}
